package jp.anpi.foundation.internal;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * The one data source, and {@link Jdbi} over it for set-based SQL.
 *
 * <p>A statement inside a container transaction takes part in it: the pool hands out the transaction's own connection.
 */
@ApplicationScoped
public class Database {

    /** Carries the definition, which the container reads from a component. */
    @DataSourceDefinition(
            name = "java:app/jdbc/anpi",
            className = "org.postgresql.xa.PGXADataSource",
            url = "${MPCONFIG=anpi.db.url:jdbc:postgresql://localhost:5432/anpi}",
            user = "${MPCONFIG=anpi.db.user:anpi}",
            password = "${MPCONFIG=anpi.db.password:anpi}",
            minPoolSize = 4,
            maxPoolSize = 40,
            initialPoolSize = 4,
            properties = {
                // Details quote the values of a row: whose it is, and what a person typed.
                "logServerErrorDetail=false",
                // A connection that died without a word must not hold a kind of work for ever.
                "tcpKeepAlive=true",
                "socketTimeout=120",
                // Nor must a frozen node hold the rows that it claimed, whatever the server thinks of it (E-18).
                "fish.payara.init-sql=set idle_in_transaction_session_timeout to '60s'",
                // The pool's own wrappers of statements and results look every typed read up by reflection.
                "fish.payara.wrap-jdbc-objects=false",
                // After PostgreSQL was away nobody is handed a connection of before.
                "fish.payara.is-connection-validation-required=true",
                "fish.payara.validate-atmost-once-period-in-seconds=1",
                "fish.payara.connection-validation-method=custom-validation",
                "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation"
            })
    @Stateless
    public static class Definition {}

    @Resource(lookup = "java:app/jdbc/anpi")
    private DataSource dataSource;

    @Produces
    @Singleton
    Jdbi jdbi() {
        return configured(Jdbi.create(dataSource));
    }

    /** Types that PostgreSQL is told about instead of left to guess, and failures that do not quote what was bound. */
    static Jdbi configured(Jdbi jdbi) {
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi.registerArgument(new InstantArgument())
                .registerArrayType(Long.class, "bigint")
                .registerArrayType(Integer.class, "integer")
                .registerArrayType(Boolean.class, "boolean")
                .registerArrayType(String.class, "text")
                .registerArrayType(UUID.class, "uuid")
                // As text with its offset, so that no session's time zone has a say in it.
                .registerArrayType(
                        Instant.class, "timestamptz", instant -> instant == null ? null : instant.toString());
    }
}
