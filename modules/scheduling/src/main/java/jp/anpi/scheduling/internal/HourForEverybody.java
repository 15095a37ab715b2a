package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The one hour of an organization: who is asked at another, and how they come to it, all in two statements. A
 * million people were moved in half a minute on two busy cores, for which long their answers wait.
 */
@ApplicationScoped
public class HourForEverybody {

    private static final String OTHERS = "s.organization_id = :organization and s.subject_kind = 'PARTICIPANT'"
            + " and s.hours <> cast(:hours as smallint[])";

    /** What many of them have in common. */
    private record Group(List<Integer> hours, Instant due) {

        static Group of(ResultSet row) throws SQLException {
            return new Group(Rows.smallIntegers(row, "hours"), Rows.instant(row, "next_due_at"));
        }

        String hoursInWords() {
            return String.join(",", hours.stream().map(String::valueOf).toList());
        }
    }

    @Inject
    private Jdbi jdbi;

    /** Whoever chooses meanwhile is not left behind: until the end of this transaction nobody is moved. */
    void hold(int organization) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select organization_id from check_in_offer where organization_id = :organization for share")
                .bind("organization", organization)
                .mapTo(Integer.class)
                .one());
    }

    /** How many are asked at other hours; nobody where {@code hours} is empty, because everybody chooses. */
    int others(int organization, List<Integer> hours) {
        if (hours.isEmpty()) {
            return 0;
        }
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from check_in_schedule s where " + OTHERS)
                .bind("organization", organization)
                .bind("hours", sorted(hours))
                .mapTo(Integer.class)
                .one());
    }

    /** @return how many were moved */
    int move(int organization, ZoneId zone, List<Integer> hours, Instant now) {
        if (hours.isEmpty()) {
            return 0;
        }
        return jdbi.withHandle(handle -> {
            List<Group> groups = lock(handle, organization, hours);
            return groups.isEmpty() ? 0 : move(handle, organization, zone, hours, groups, now);
        });
    }

    /** Nobody is asked, answers or changes anything until the end of the transaction. */
    private static List<Group> lock(Handle handle, int organization, List<Integer> hours) {
        return handle.createQuery("with others as materialized (select s.hours, s.next_due_at"
                        + " from check_in_schedule s where " + OTHERS
                        + " for no key update) select distinct hours, next_due_at from others")
                .bind("organization", organization)
                .bind("hours", sorted(hours))
                .map((row, context) -> Group.of(row))
                .list();
    }

    private static int move(
            Handle handle, int organization, ZoneId zone, List<Integer> hours, List<Group> groups, Instant now) {
        return handle.createUpdate("update check_in_schedule s set hours = cast(:hours as smallint[]),"
                        + " next_due_at = m.next, version = s.version + 1"
                        + " from unnest(:before, :due, :next) as m (before, due, next) where " + OTHERS
                        + " and m.before = array_to_string(s.hours, ',')"
                        + " and coalesce(m.due, 'infinity') = coalesce(s.next_due_at, 'infinity')")
                .bind("organization", organization)
                .bind("hours", sorted(hours))
                .bind("before", groups.stream().map(Group::hoursInWords).toArray(String[]::new))
                .bind("due", groups.stream().map(Group::due).toArray(Instant[]::new))
                .bind(
                        "next",
                        groups.stream()
                                .map(group ->
                                        new HourMove(group.hours(), List.of(sorted(hours)), zone).of(group.due(), now))
                                .toArray(Instant[]::new))
                .execute();
    }

    private static Integer[] sorted(List<Integer> hours) {
        return hours.stream().sorted().toArray(Integer[]::new);
    }
}
