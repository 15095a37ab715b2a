package jp.anpi.membership.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.Organization;
import jp.anpi.membership.OrganizationTexts;
import org.jdbi.v3.core.Jdbi;

/** The organizations as they stand in the database now. */
@ApplicationScoped
public class OrganizationRows {

    @Inject
    Jdbi jdbi;

    /** The first one first. */
    List<Organization> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select id, key, name, zone, preset, greeting, desk_name,"
                        + " desk_phone from organization order by id")
                .map((row, context) -> organization(row))
                .list());
    }

    private static Organization organization(ResultSet row) throws SQLException {
        return new Organization(
                row.getInt("id"),
                row.getString("key"),
                row.getString("name"),
                ZoneId.of(row.getString("zone")),
                row.getString("preset"),
                new OrganizationTexts(
                        Optional.ofNullable(row.getString("greeting")),
                        Optional.ofNullable(row.getString("desk_name")),
                        Optional.ofNullable(row.getString("desk_phone"))));
    }
}
