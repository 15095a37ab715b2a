package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffDistricts.Choice;
import jp.anpi.membership.StaffDistricts.District;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The SQL of districts. */
@Dependent
public class DistrictTable {

    /** Who belongs to it: by the word of staff, or through one of its teams where they have not said. */
    static final String PEOPLE = """
            select p.id from member p where p.district_id = d.id and p.participant_since is not null
            union
            select m.member_id from team t
            join team_membership m on m.team_id = t.id and m.role = 'PARTICIPANT'
            join member p on p.id = m.member_id and p.district_id is null
            where t.district_id = d.id
            """;

    @Inject
    Jdbi jdbi;

    List<District> all(int organizationId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select d.id, d.name, d.retired_at is not null as retired,
                               (select count(*) from team t where t.district_id = d.id and t.kind = 'AREA'
                                 and t.ended_at is null) as teams,
                               (select count(*) from (%s) who) as people
                        from district d where d.organization_id = :organization
                        order by d.retired_at nulls first, d.name, d.id
                        """.formatted(PEOPLE))
                .bind("organization", organizationId)
                .map((row, context) -> new District(
                        row.getInt("id"),
                        row.getString("name"),
                        row.getLong("teams"),
                        row.getLong("people"),
                        row.getBoolean("retired")))
                .list());
    }

    List<Choice> open(StaffCaller caller) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select d.id, d.name from district d
                        where d.organization_id = :organization and d.retired_at is null
                          and (not :limited or exists (
                              select from staff_scope s where s.staff_id = :staff and s.district_id = d.id))
                        order by d.name, d.id
                        """)
                .bind("organization", caller.organizationId())
                .bind("limited", caller.limited())
                .bind("staff", caller.staffId())
                .map((row, context) -> new Choice(row.getInt("id"), row.getString("name")))
                .list());
    }

    /** Whether the caller may put somebody or something into it. */
    boolean isOpen(StaffCaller caller, int id) {
        return open(caller).stream().anyMatch(choice -> choice.id() == id);
    }

    /** Locked until the end of the transaction; its name, where it is one of the organization's. */
    Optional<String> lock(int organizationId, int id, boolean retired) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select name from district where id = :id and organization_id = :organization
                          and (retired_at is not null) = :retired for update
                        """)
                .bind("id", id)
                .bind("organization", organizationId)
                .bind("retired", retired)
                .mapTo(String.class)
                .findOne());
    }

    /** False where the name is taken. */
    boolean insert(int organizationId, String name, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into district (organization_id, name, created_at) values (:organization, :name, :now)
                        on conflict (organization_id, name) where retired_at is null do nothing
                        """)
                        .bind("organization", organizationId)
                        .bind("name", name)
                        .bind("now", now)
                        .execute())
                == 1;
    }

    /** Whoever wants the same name at the same moment waits here. */
    boolean taken(int organizationId, String name, int except) {
        return jdbi.withHandle(handle -> {
            lockNames(handle, organizationId);
            return handle.createQuery("""
                            select exists (select from district where organization_id = :organization
                                           and name = :name and retired_at is null and id <> :except)
                            """)
                    .bind("organization", organizationId)
                    .bind("name", name)
                    .bind("except", except)
                    .mapTo(Boolean.class)
                    .one();
        });
    }

    private static void lockNames(Handle handle, int organizationId) {
        handle.createQuery("select id from organization where id = :organization for no key update")
                .bind("organization", organizationId)
                .mapTo(Integer.class)
                .one();
    }

    void rename(int id, String name) {
        jdbi.useHandle(handle -> handle.createUpdate("update district set name = :name where id = :id")
                .bind("name", name)
                .bind("id", id)
                .execute());
    }

    /** @param at empty: it is in use again */
    void retire(int id, Optional<Instant> at) {
        jdbi.useHandle(handle -> handle.createUpdate("update district set retired_at = :at where id = :id")
                .bind("at", at.orElse(null))
                .bind("id", id)
                .execute());
    }
}
