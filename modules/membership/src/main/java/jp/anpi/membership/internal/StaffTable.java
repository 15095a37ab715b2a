package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.StaffRole;
import org.jdbi.v3.core.Jdbi;

/** The SQL of accounts of staff. */
@Dependent
public class StaffTable {

    @Inject
    Jdbi jdbi;

    Optional<StaffRow> byUserName(String userName) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + StaffRow.COLUMNS + " from staff where user_name = :user")
                        .bind("user", userName)
                        .map((row, context) -> StaffRow.of(row))
                        .findOne());
    }

    Optional<StaffRow> byId(int id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + StaffRow.COLUMNS + " from staff where id = :id")
                .bind("id", id)
                .map((row, context) -> StaffRow.of(row))
                .findOne());
    }

    /** Locked until the end of the transaction. */
    Optional<StaffRow> lock(int organizationId, int id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + StaffRow.COLUMNS
                        + " from staff where id = :id and organization_id = :organization for update")
                .bind("id", id)
                .bind("organization", organizationId)
                .map((row, context) -> StaffRow.of(row))
                .findOne());
    }

    List<StaffRow> all(int organizationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + StaffRow.COLUMNS
                        + " from staff where organization_id = :organization order by ended_at nulls first, user_name")
                .bind("organization", organizationId)
                .map((row, context) -> StaffRow.of(row))
                .list());
    }

    /** Good accounts that may manage accounts, locked: two who are ended at the same moment are looked at in turn. */
    List<Integer> lockAdministrators(int organizationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from staff where organization_id = :organization"
                        + " and role = 'SYSTEM_ADMINISTRATOR' and ended_at is null order by id for update")
                .bind("organization", organizationId)
                .mapTo(Integer.class)
                .list());
    }

    /** Those among them who have no last day: one such stays, so that there is always somebody who manages accounts. */
    List<Integer> lockStayingAdministrators(int organizationId) {
        List<Integer> administrators = lockAdministrators(organizationId);
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from staff where id = any(:ids)" + " and last_day is null order by id")
                .bind("ids", administrators.toArray(Integer[]::new))
                .mapTo(Integer.class)
                .list());
    }

    /** Empty where the user's name is taken. */
    Optional<Integer> insert(
            int organizationId,
            String userName,
            String name,
            StaffRole role,
            String passwordHash,
            boolean passwordToChange,
            LocalDate lastDay,
            Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into staff (organization_id, user_name, display_name, role, password_hash,
                                           password_to_change, last_day, created_at)
                        values (:organization, :user, :name, :role, :hash, :change, :lastDay, :now)
                        on conflict (user_name) do nothing returning id
                        """)
                .bind("organization", organizationId)
                .bind("user", userName)
                .bind("name", name)
                .bind("role", role.name())
                .bind("hash", passwordHash)
                .bind("change", passwordToChange)
                .bind("lastDay", lastDay)
                .bind("now", now)
                .mapTo(Integer.class)
                .findOne());
    }

    void setPassword(int id, String passwordHash, boolean toChange) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update staff set password_hash = :hash, password_to_change = :change,
                            generation = generation + 1 where id = :id
                        """)
                .bind("hash", passwordHash)
                .bind("change", toChange)
                .bind("id", id)
                .execute());
    }

    void change(int id, String name, Optional<LocalDate> lastDay) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update staff set display_name = :name, last_day = :lastDay, version = version + 1 where id = :id")
                .bind("name", name)
                .bind("lastDay", lastDay.orElse(null))
                .bind("id", id)
                .execute());
    }

    void end(int id, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update staff set ended_at = :now, generation = generation + 1 where id = :id")
                .bind("now", now)
                .bind("id", id)
                .execute());
    }
}
