package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.anpi.membership.StaffAccounts.Reach;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The SQL of who of the staff sees whom. */
@Dependent
public class ScopeTable {

    @Inject
    Jdbi jdbi;

    Set<Integer> districts(int staffId) {
        return jdbi.withHandle(handle -> new HashSet<>(handle.createQuery(
                        "select district_id from staff_scope where staff_id = :staff and district_id is not null")
                .bind("staff", staffId)
                .mapTo(Integer.class)
                .list()));
    }

    Set<Long> teams(int staffId) {
        return jdbi.withHandle(handle -> new HashSet<>(
                handle.createQuery("select team_id from staff_scope where staff_id = :staff and team_id is not null")
                        .bind("staff", staffId)
                        .mapTo(Long.class)
                        .list()));
    }

    void limit(int staffId, boolean limited) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update staff set limited = :limited, version = version + 1 where id = :staff")
                .bind("limited", limited)
                .bind("staff", staffId)
                .execute());
    }

    /**
     * False, and nothing changed, where a district or a team is not the organization's. Ended teams are on no list to
     * choose from and stay as they are: their end may be taken back.
     */
    boolean replace(int organizationId, int staffId, Reach reach) {
        return jdbi.withHandle(handle -> {
            boolean known =
                    reach.districts().size() == count(handle, "district where", organizationId, reach.districts())
                            && reach.teams().size()
                                    == count(handle, "team where ended_at is null and", organizationId, reach.teams());
            if (known) {
                handle.createUpdate("delete from staff_scope where staff_id = :staff"
                                + " and (team_id is null or team_id in (select id from team where ended_at is null))")
                        .bind("staff", staffId)
                        .execute();
                insert(handle, staffId, "district", reach.districts());
                insert(handle, staffId, "team", reach.teams());
            }
            return known;
        });
    }

    private static int count(Handle handle, String table, int organizationId, Collection<? extends Number> ids) {
        return handle.createQuery(
                        "select count(*) from " + table + " organization_id = :organization and id = any(:ids)")
                .bind("organization", organizationId)
                .bind("ids", longs(ids))
                .mapTo(Integer.class)
                .one();
    }

    private static void insert(Handle handle, int staffId, String place, Collection<? extends Number> ids) {
        handle.createUpdate("insert into staff_scope (staff_id, " + place
                        + "_id) select :staff, unnest(cast(:ids as bigint[])) on conflict do nothing")
                .bind("staff", staffId)
                .bind("ids", longs(ids))
                .execute();
    }

    private static Long[] longs(Collection<? extends Number> ids) {
        return ids.stream().map(Number::longValue).toArray(Long[]::new);
    }

    /** The names of what the accounts of an organization are limited to, by account. */
    Map<Integer, List<String>> allNamed(int organizationId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select s.staff_id, coalesce(d.name, t.name) as place
                        from staff_scope s join staff a on a.id = s.staff_id
                        left join district d on d.id = s.district_id
                        left join team t on t.id = s.team_id
                        where a.organization_id = :organization and t.ended_at is null order by d.name, t.name
                        """)
                .bind("organization", organizationId)
                .reduceRows(new HashMap<>(), (places, row) -> {
                    places.computeIfAbsent(row.getColumn("staff_id", Integer.class), account -> new ArrayList<>())
                            .add(row.getColumn("place", String.class));
                    return places;
                }));
    }

    /** The names of what an account is limited to, for the audit log. */
    String named(int staffId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(string_agg(coalesce(d.name, t.name), ', ' order by d.name, t.name), '-')
                        from staff_scope s left join district d on d.id = s.district_id left join team t on t.id = s.team_id
                        where s.staff_id = :staff
                        """)
                .bind("staff", staffId)
                .mapTo(String.class)
                .one());
    }
}
