package jp.anpi.database;

import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the schema up to date while Hibernate starts, just before it validates the entities.
 *
 * <p>A startup bean would be too late: the persistence unit is validated before any bean exists.
 */
public final class SchemaIntegrator implements Integrator {

    @Override
    public void integrate(Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
        ConnectionProvider connections = factory.getServiceRegistry().requireService(ConnectionProvider.class);
        DataSource working = connections.unwrap(DataSource.class);
        new Schema(MigrationLogin.configured()
                        .<DataSource>map(MigrationLogin::dataSource)
                        .orElse(working))
                .migrate();
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // Nothing was opened.
    }
}
