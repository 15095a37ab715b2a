package jp.anpi.benchmarks.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.anpi.benchmarks.workbench.BenchDatabase;
import jp.anpi.benchmarks.workbench.Crowd;
import jp.anpi.benchmarks.workbench.Crowds;

/**
 * A town in which everybody is registered: districts and their teams, two years of questions for a sample, incidents open
 * and closed. One person in a hundred has nobody to tell, one in ten a nickname.
 */
final class LargeTown {

    private static final int DISTRICTS = 40;
    private static final int TEAMS = 1_000;
    private static final int WATCHERS = 3 * TEAMS;
    private static final int OPEN = 200;
    private static final int CLOSED = 100_000;
    private static final int MONTHS = 24;
    private static final int LARGE = 5_000;

    private final BenchDatabase database;
    private final Instant now;

    LargeTown(BenchDatabase database, Instant now) {
        this.database = database;
        this.now = now;
    }

    void settle(int people, int sample) {
        Crowds crowds = new Crowds(database);
        Crowd everybody = crowds.schedule(crowds.register(people, now), now.plus(Duration.ofHours(20)));
        crowds.register(WATCHERS, now);
        database.execute("update member set nickname = 'さくら' || id where id % 10 = 0 and id <= ?", people);
        database.execute(
                "update member set participant_since = null, watcher_since = ? where id > ?", now, everybody.last());
        places(people);
        history(sample);
        incidents(sample, people);
        crowds.settle();
        for (String table : List.of("nobody_to_tell", "district", "staff_scope", "audit_entry")) {
            database.execute("vacuum (analyze) " + table);
        }
        database.execute("analyze");
    }

    /** How often each large table was read from its beginning to its end since the database began. */
    Map<String, Long> readWhole() {
        Map<String, Long> scans = new TreeMap<>();
        database.list(
                "select relname, seq_scan from pg_stat_user_tables where n_live_tup > ?",
                row -> scans.put(row.getString(1), row.getLong(2)),
                LARGE);
        return scans;
    }

    private void places(int people) {
        database.execute(
                "insert into district (organization_id, name, created_at) select o.id, '第' || n || '地区', ?"
                        + " from organization o, generate_series(1, ?::int) n",
                now,
                DISTRICTS);
        database.execute(
                "insert into team (organization_id, kind, name, district_id, created_at)"
                        + " select o.id, 'AREA', 'チーム' || n, 1 + n % ?::int, ?"
                        + " from organization o, generate_series(1, ?::int) n",
                DISTRICTS, now, TEAMS);
        join("WATCHER", "id > ?", people);
        database.execute("analyze member, team, team_membership");
        join("PARTICIPANT", "id <= ? and id % 100 <> 0", people);
        // A commissioner of one district, with the administrator's password.
        database.execute(
                "insert into staff (organization_id, user_name, display_name, role, password_hash, created_at, last_day)"
                        + " select organization_id, 'minsei', '民生委員', 'COMMISSIONER', password_hash, created_at,"
                        + " date '2999-12-31' from staff where user_name = 'admin'");
        database.execute("insert into staff_scope (staff_id, district_id)"
                + " select id, 1 from staff where user_name = 'minsei'");
    }

    private void join(String role, String who, int people) {
        database.execute(
                "insert into team_membership (organization_id, team_id, member_id, role, joined_at)"
                        + " select organization_id, 1 + id % ?::int, id, ?, ? from member where " + who,
                TEAMS,
                role,
                now,
                people);
    }

    /** A question a day, answered after a while. */
    private void history(int sample) {
        for (int month = -MONTHS; month <= 0; month += 3) {
            database.execute(
                    "select ensure_month_partitions((cast(? as timestamptz) + make_interval(months => ?))::date)",
                    now,
                    month);
        }
        database.execute(
                "insert into check_in (id, opened_at, organization_id, schedule_id, subject_kind, subject_id, state,"
                        + " policy_id, due_at, ask_accepted, sent_at, asked_at, next_step, answered_at, closed_at)"
                        + " select nextval('check_in_sequence'), d, s.organization_id, s.id, s.subject_kind,"
                        + " s.subject_id, 'CONFIRMED', o.policy_id, d, true, d, d, 0, d + interval '20 minutes',"
                        + " d + interval '20 minutes' from check_in_schedule s"
                        + " join check_in_offer o on o.organization_id = s.organization_id"
                        + " cross join generate_series(cast(? as timestamptz) - interval '2 years',"
                        + " cast(? as timestamptz) - interval '1 day', interval '1 day') d where s.id <= ?",
                now,
                now,
                sample);
        database.execute(
                "insert into check_in_log (organization_id, check_in_id, at, from_state, to_state, reason, actor)"
                        + " select organization_id, id, opened_at, 'PENDING', 'SENT', 'QUESTION_ACCEPTED', 'SYSTEM' from check_in"
                        + " union all select organization_id, id, closed_at, 'SENT', 'CONFIRMED', 'OK_IN_TIME', 'PARTICIPANT'"
                        + " from check_in");
        database.execute("insert into answer (organization_id, schedule_id, check_in_id, at, kind, source)"
                + " select organization_id, schedule_id, id, answered_at, 'OK', 'BUTTON' from check_in");
    }

    private void incidents(int sample, int people) {
        String columns = "insert into incident (organization_id, check_in_id, check_in_opened_at, subject_kind,"
                + " subject_id, cause, urgency, status, opened_at, last_ok_at, staff_told_at, closed_at, outcome) ";
        database.execute(
                columns + "select organization_id, null, null, 'PARTICIPANT', id, 'SILENCE', 'HIGH', 'CLOSED',"
                        + " cast(? as timestamptz) - make_interval(mins => (id % 1000000)::int),"
                        + " null, null, cast(? as timestamptz) - make_interval(mins => (id % 1000000)::int), 'ANSWERED'"
                        + " from member where id <= ?",
                now,
                now,
                Math.min(people, CLOSED));
        database.execute(
                columns + "select distinct on (c.schedule_id) c.organization_id, c.id, c.opened_at, c.subject_kind,"
                        + " c.subject_id, 'SILENCE', 'HIGH', 'OPEN', ?::timestamptz, c.opened_at, ?::timestamptz, null,"
                        + " null from check_in c where c.schedule_id <= ? order by c.schedule_id, c.opened_at desc",
                now,
                now,
                Math.min(sample, OPEN));
        database.execute("insert into incident_entry (organization_id, incident_id, at, kind, actor)"
                + " select organization_id, id, opened_at, 'OPENED', 'SYSTEM' from incident");
        database.execute(
                "insert into alert_notice (message_id, recipient_id, organization_id, incident_id, step, state,"
                        + " accepted_at) select gen_random_uuid(), w, i.organization_id, i.id, 1, 'ACCEPTED', i.opened_at"
                        + " from incident i, generate_series(?::int + 1, ?::int + 3) w",
                people,
                people);
    }
}
