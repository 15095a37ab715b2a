package jp.anpi.database.testing;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform;
import org.hibernate.jpa.boot.internal.PersistenceXmlParser;
import org.hibernate.jpa.boot.spi.Bootstrap;

/** The persistence unit of the product over a test database, with local transactions in place of the container's. */
public final class PersistenceUnit {

    private PersistenceUnit() {}

    /** Migrates the database and validates the entities of one module: those of other modules may not be at hand. */
    public static EntityManagerFactory of(DataSource dataSource, String packageName) {
        NothingConfigured.install();
        Map<String, Object> settings = Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                dataSource,
                "hibernate.transaction.jta.platform",
                NoJtaPlatform.INSTANCE);
        var unit = PersistenceXmlParser.locateNamedPersistenceUnit(
                PersistenceUnit.class.getClassLoader().getResource("META-INF/persistence.xml"),
                "anpi",
                PersistenceUnitTransactionType.RESOURCE_LOCAL,
                settings);
        unit.getManagedClassNames().removeIf(name -> !name.startsWith(packageName + "."));
        return Bootstrap.getEntityManagerFactoryBuilder(unit, settings).build();
    }
}
