package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import jp.anpi.escalation.IncidentOutcome;
import jp.anpi.escalation.IncidentWork;
import jp.anpi.escalation.WatcherActions;
import jp.anpi.escalation.internal.StaffMailSlice;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRole;
import jp.anpi.membership.StaffTeams;
import jp.anpi.membership.StaffTeams.Description;
import jp.anpi.membership.TeamEndings;
import jp.anpi.membership.WatchLinks;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInConfirmed;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.OpenCheckIn;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever was alarmed about somebody hears of the end by the same way, and once, whatever the end is (E-6): by LINE, by
 * mail, by the gateway, and the office by its mail.
 */
class EndOfAlertTest extends InContainer {

    private static final String CALL = "STAFF_ALERT";
    private static final String OVER = "STAFF_CLOSED";

    @Inject
    private Colleagues colleagues;

    @Inject
    private StaffTeams teams;

    @Inject
    private TeamEndings endings;

    @Inject
    private WatchLinks watchLinks;

    @Inject
    private Members members;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Answers answers;

    @Inject
    private Event<CheckInConfirmed> confirmed;

    @Inject
    private IncidentWork work;

    @Inject
    private WatcherActions actions;

    @Inject
    private StaffMailSlice staffMail;

    @Inject
    private Jdbi jdbi;

    private final Set<Long> hers = new HashSet<>();

    private StaffCaller officer;
    private long team;
    private long office;
    private Member mother;
    private Member byLine;
    private Member byMail;
    private Member byGateway;

    /** One watcher for each way, and all of them have read that she calls for help; so has the office. */
    @BeforeEach
    void everybody_is_alarmed() {
        officer = colleagues.caller(StaffRole.OFFICER);
        team = teams.add(officer, described(), town.now()).teamId().orElseThrow();
        mother = join(town.participant(), Role.PARTICIPANT);
        byLine = join(town.watcher(), Role.WATCHER);
        byMail = join(town.watcher(), Role.WATCHER);
        byGateway = join(town.watcher(), Role.WATCHER);
        town.beyondLine(byMail);
        town.beyondLine(byGateway);
        jdbi.useHandle(handle ->
                handle.execute("update contact_address set way = 'PHONE' where member_id = ?", byGateway.id()));
        office = officeAddress();
        schedules.set(town.id(), self(), CheckInInterval.EVERY_7_DAYS, List.of(town.nextHour()), town.now());
        answers.needHelp(town.id(), self(), Source.BUTTON, town.now(), town.now());
        arrive();
    }

    @AfterEach
    void the_office_reads_no_more() {
        jdbi.useHandle(handle -> handle.execute("delete from contact_address where id = ?", office));
    }

    @Test
    void e6_she_is_well() {
        confirmed.fire(new CheckInConfirmed(checkIn(), true, town.now()));

        hear("ALL_CLEAR", "ALL_CLEAR");
        officeReads(CALL, OVER);
    }

    @Test
    void e12_one_of_them_found_her_well() {
        Member son = join(town.watcher(), Role.WATCHER);
        jdbi.useHandle(handle -> handle.execute(
                "insert into alert_notice (message_id, recipient_id, organization_id, incident_id, step, state) select"
                        + " message_id, ?, organization_id, incident_id, step, 'ACCEPTED' from alert_notice where recipient_id = ?",
                son.id(),
                byLine.id()));
        actions.close(town.id(), son.id(), message(), "電話で話した。", town.now());

        hear("CLOSED", "CLOSED");
        assertThat(byLine(son)).as("who did it").isEmpty();
        officeReads(CALL, OVER);
    }

    @Test
    void e12_staff_found_her_well() {
        close(IncidentOutcome.SAFE_FORGOT);

        hear("CLOSED", "CLOSED");
        officeReads(CALL, OVER);
    }

    /** Of two incidents they hear one end, and so does who watches and was told of neither. */
    @Test
    void staff_found_her_dead() {
        town.blocked(mother);
        arrive();
        Member late = join(town.watcher(), Role.WATCHER);
        town.beyondLine(late);
        close(IncidentOutcome.DECEASED_FOUND);

        hear("ASKING_ENDED", "ASKING_ENDED");
        assertThat(beyondLine(late)).containsExactly("ASKING_ENDED");
        officeReads(CALL, CALL, OVER);
    }

    @Test
    void she_leaves_while_she_calls_for_help() {
        town.leave(mother);

        hear("PARTICIPANT_LEFT", "PARTICIPANT_LEFT");
        officeReads(CALL);
    }

    @Test
    void she_leaves_while_she_is_missed() {
        jdbi.useHandle(
                handle -> handle.execute("update incident set cause = 'SILENCE' where subject_id = ?", mother.id()));
        Member late = join(town.watcher(), Role.WATCHER);
        town.beyondLine(late);

        town.leave(mother);

        hear("PARTICIPANT_LEFT", "PARTICIPANT_LEFT");
        assertThat(beyondLine(late)).as("she watched too").containsExactly("PARTICIPANT_LEFT");
        officeReads(CALL, OVER);
    }

    @Test
    void she_wants_them_no_more() {
        List.of(byLine, byMail, byGateway)
                .forEach(each -> watchLinks.end(town.id(), mother.id(), each.id(), Role.PARTICIPANT, town.now()));

        hear("WATCH_ENDED", "WATCH_ENDED");
        nobodyIsLeft();
        officeReads(CALL, CALL);
    }

    /** Who ends it knows. */
    @Test
    void they_watch_no_more() {
        List.of(byLine, byMail, byGateway)
                .forEach(each -> watchLinks.end(town.id(), mother.id(), each.id(), Role.WATCHER, town.now()));

        assertThat(byLine(byLine)).isEmpty();
        assertThat(beyondLine(byMail)).isEmpty();
        assertThat(beyondLine(byGateway)).isEmpty();
        nobodyIsLeft();
    }

    @Test
    void staff_take_her_out_of_the_team() {
        teams.remove(officer, team, mother.id(), Role.PARTICIPANT, town.now());

        hear("WATCH_ENDED", "WATCH_ENDED");
        nobodyIsLeft();
    }

    @Test
    void staff_take_them_out_of_the_team() {
        List.of(byLine, byMail, byGateway)
                .forEach(each -> teams.remove(officer, team, each.id(), Role.WATCHER, town.now()));

        hear("TEAM_LEFT", "WATCH_ENDED");
        nobodyIsLeft();
    }

    @Test
    void the_team_ends() {
        String seen = endings.prospect(officer, team, 1).orElseThrow().seen();
        assertThat(endings.end(officer, team, seen, town.now())).isEqualTo(TeamEndings.Outcome.DONE);

        hear("TEAM_ENDED", "WATCH_ENDED");
        nobodyIsLeft();
    }

    /** The call for help goes on; that she cannot be reached has an end of its own. */
    @Test
    void e14_she_can_be_reached_again() {
        town.blocked(mother);
        arrive();
        members.returned(town.id(), mother.lineUserId(), town.now());

        hear("REACHABLE_AGAIN", "REACHABLE_AGAIN");
        officeReads(CALL, CALL, OVER);
    }

    @Test
    void e9_who_blocked_us_after_the_alert_hears_by_mail_that_she_wants_them_no_more() {
        town.beyondLine(byLine);
        watchLinks.end(town.id(), mother.id(), byLine.id(), Role.PARTICIPANT, town.now());

        assertThat(beyondLine(byLine)).containsExactly("WATCH_ENDED");
    }

    /** LINE is no way to them any more; the address that they left is. */
    @Test
    void e9_who_blocked_us_after_the_alert_hears_by_mail() {
        town.beyondLine(byLine);
        confirmed.fire(new CheckInConfirmed(checkIn(), true, town.now()));

        assertThat(beyondLine(byLine)).containsExactly("ALL_CLEAR");
    }

    private void hear(String byLineThey, String elsewhereThey) {
        assertThat(byLine(byLine)).as("by LINE").containsExactly(byLineThey);
        assertThat(beyondLine(byMail)).as("by mail").containsExactly(elsewhereThey);
        assertThat(beyondLine(byGateway)).as("by the gateway").containsExactly(elsewhereThey);
    }

    private List<String> byLine(Member watcher) {
        return jdbi.withHandle(handle -> handle.select(
                        "select kind from outbox_message where ? = any(recipient_ids) and kind in ('ALL_CLEAR', 'CLOSED',"
                                + " 'ASKING_ENDED', 'PARTICIPANT_LEFT', 'WATCH_ENDED', 'TEAM_LEFT', 'TEAM_ENDED',"
                                + " 'REACHABLE_AGAIN') order by created_at",
                        watcher.id())
                .mapTo(String.class)
                .list());
    }

    private List<String> beyondLine(Member watcher) {
        return jdbi.withHandle(handle -> handle.select(
                        "select kind from urgent_delivery where recipient_id = ? and step is null and state <> 'DROPPED'",
                        watcher.id())
                .mapTo(String.class)
                .list());
    }

    private void officeReads(String... kinds) {
        everyMailIsWritten();
        List<String> read = jdbi.withHandle(handle -> handle.select(
                        "select kind from urgent_delivery where address_id = ? and incident_ids && ?",
                        office,
                        hers.toArray(Long[]::new))
                .mapTo(String.class)
                .list());
        assertThat(read).containsExactlyInAnyOrder(kinds);
    }

    /** The product's own tick may hold them at this moment; and of who has left, an incident no longer says that it was hers. */
    private void everyMailIsWritten() {
        hers.addAll(jdbi.withHandle(handle -> handle.select("select id from incident where subject_id = ?", mother.id())
                .mapTo(Long.class)
                .list()));
        while (waitsForItsMail()) {
            staffMail.run(town.now());
            Thread.onSpinWait();
        }
    }

    private boolean waitsForItsMail() {
        return town.count(
                        "incident where id = any(?) and staff_mail_at is not null", (Object) hers.toArray(Long[]::new))
                > 0;
    }

    /** The call stays with staff, who are told once more that nobody else has it. */
    private void nobodyIsLeft() {
        assertThat(town.count("incident where subject_id = ? and closed_at is null and nobody_to_tell", mother.id()))
                .isOne();
    }

    /** What was sent to all of them has been read. */
    private void arrive() {
        everyMailIsWritten();
        jdbi.useHandle(handle -> {
            handle.execute(
                    "update alert_notice n set state = 'ACCEPTED' from incident i where i.id = n.incident_id"
                            + " and i.subject_id = ?",
                    mother.id());
            handle.execute(
                    "update urgent_delivery set state = 'ACCEPTED', maybe_seen = true where address_id = ?"
                            + " or recipient_id in (?, ?)",
                    office,
                    byMail.id(),
                    byGateway.id());
        });
    }

    private void close(IncidentOutcome outcome) {
        int version = work.look(officer, call(), town.now()).orElseThrow().version();
        assertThat(work.close(officer, call(), version, outcome, "訪問した。", town.now()))
                .isEqualTo(IncidentWork.Deed.DONE);
    }

    private long call() {
        return jdbi.withHandle(handle -> handle.select(
                        "select id from incident where subject_id = ? and cause = 'NEED_HELP'", mother.id())
                .mapTo(Long.class)
                .one());
    }

    private UUID message() {
        return jdbi.withHandle(
                handle -> handle.select("select message_id from alert_notice where recipient_id = ?", byLine.id())
                        .mapTo(UUID.class)
                        .one());
    }

    private OpenCheckIn checkIn() {
        return jdbi.withHandle(handle -> handle.select(
                        "select id, opened_at, policy_id from check_in where subject_id = ?", mother.id())
                .map((row, context) -> new OpenCheckIn(
                        row.getLong("id"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        town.id(),
                        self(),
                        row.getLong("policy_id"),
                        Optional.empty(),
                        Optional.empty()))
                .one());
    }

    private long officeAddress() {
        return jdbi.withHandle(handle -> handle.select(
                        "insert into contact_address (organization_id, way, sealed, created_at, confirmed_at)"
                                + " select organization_id, 'MAIL', sealed, created_at, confirmed_at from contact_address"
                                + " where member_id = ? returning id",
                        byMail.id())
                .mapTo(Long.class)
                .one());
    }

    private Member join(Member member, Role role) {
        assertThat(teams.join(officer, team, member.number(), role, town.now())).isEqualTo(StaffTeams.Outcome.DONE);
        return member;
    }

    private Subject self() {
        return Subject.participant(mother.id());
    }

    private static Description described() {
        return new Description("花の会", OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
