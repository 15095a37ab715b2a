package jp.anpi.container;

import static jp.anpi.membership.StaffRole.CALL_OPERATOR;
import static jp.anpi.membership.StaffRole.COMMISSIONER;
import static jp.anpi.membership.StaffRole.OFFICER;
import static jp.anpi.membership.StaffRole.PARTNER;
import static jp.anpi.membership.StaffRole.SYSTEM_ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import jp.anpi.escalation.ContactMethod;
import jp.anpi.escalation.ContactResult;
import jp.anpi.escalation.IncidentOutcome;
import jp.anpi.escalation.IncidentWork;
import jp.anpi.escalation.IncidentWork.Contact;
import jp.anpi.escalation.IncidentWork.Deed;
import jp.anpi.escalation.OpenIncident;
import jp.anpi.escalation.OpenIncidents;
import jp.anpi.escalation.OpenIncidents.Part;
import jp.anpi.escalation.ResponseProtocol;
import jp.anpi.foundation.AuditLog;
import jp.anpi.line.LineChannels;
import jp.anpi.line.LineChannels.Credentials;
import jp.anpi.membership.Beginnings;
import jp.anpi.membership.Member;
import jp.anpi.membership.OrganizationSettings;
import jp.anpi.membership.SecondFactor;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffAccounts.Outcome;
import jp.anpi.membership.StaffAccounts.Reach;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffLog;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffPeople.Kind;
import jp.anpi.membership.StaffPeople.Wanted;
import jp.anpi.membership.StaffRole;
import jp.anpi.membership.StaffTerms;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInRules;
import jp.anpi.scheduling.CheckInRules.Rules;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Every use case of staff, tried with every role; and that nobody sees beyond the own organization and teams. */
class StaffRightsTest extends InContainer {

    private static final Set<StaffRole> EVERYBODY = EnumSet.allOf(StaffRole.class);
    private static final Set<StaffRole> WHO_HANDLES =
            EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR, PARTNER, COMMISSIONER);

    /** Who may do what, said once more: a slip in the product's own table shows here. */
    private static final Map<String, Set<StaffRole>> ALLOWED = Map.ofEntries(
            Map.entry("OpenIncidents.list", EVERYBODY),
            Map.entry("OpenIncidents.ofTeam", EVERYBODY),
            Map.entry("OpenIncidents.tally", EVERYBODY),
            Map.entry("OpenIncidents.deeds", EVERYBODY),
            Map.entry("IncidentWork.look", EVERYBODY),
            Map.entry("IncidentWork.take", WHO_HANDLES),
            Map.entry("IncidentWork.record", WHO_HANDLES),
            Map.entry("IncidentWork.close", EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR)),
            Map.entry("IncidentWork.colleagues", WHO_HANDLES),
            Map.entry("IncidentWork.handOver", WHO_HANDLES),
            Map.entry("IncidentWork.check", WHO_HANDLES),
            Map.entry("IncidentWork.takeBack", WHO_HANDLES),
            Map.entry("IncidentWork.print", EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER)),
            Map.entry("ResponseProtocol.steps", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("ResponseProtocol.change", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("OrganizationSettings.details", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("OrganizationSettings.change", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffTerms.versions", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffTerms.publish", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("CheckInRules.rules", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("CheckInRules.preset", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("CheckInRules.check", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("CheckInRules.forecast", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("CheckInRules.change", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("LineChannels.channel", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("LineChannels.tryNow", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("LineChannels.enter", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("Beginnings.of", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffAccounts.all", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffAccounts.add", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffAccounts.newPassword", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffAccounts.end", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffAccounts.change", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffAccounts.reach", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffAccounts.setReach", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffAccounts.changePassword", EVERYBODY),
            Map.entry("SecondFactor.confirmed", EVERYBODY),
            Map.entry("SecondFactor.offer", EVERYBODY),
            Map.entry("SecondFactor.confirm", EVERYBODY),
            Map.entry("SecondFactor.use", EVERYBODY),
            Map.entry("SecondFactor.remove", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffLog.page", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffLog.firstBroken", EnumSet.of(SYSTEM_ADMINISTRATOR)));

    private static final OrganizationSettings.Details NOBODY_CALLED_SO =
            new OrganizationSettings.Details("", "", "", "", 0, 1, 0);

    private static final Rules NO_RULES = new Rules(List.of(), 8, true, List.of(), 3, 60, 6, 22, 0);

    private static final Contact CALL = new Contact(
            ContactMethod.PHONE, ContactResult.NO_ANSWER, Optional.empty(), Optional.empty(), Optional.empty());

    @Inject
    private Colleagues colleagues;

    @Inject
    private OpenIncidents incidents;

    @Inject
    private IncidentWork work;

    @Inject
    private StaffPeople people;

    @Inject
    private StaffAccounts accounts;

    @Inject
    private SecondFactor factor;

    @Inject
    private ResponseProtocol protocol;

    @Inject
    private OrganizationSettings organizations;

    @Inject
    private StaffTerms terms;

    @Inject
    private CheckInRules rules;

    @Inject
    private LineChannels channels;

    @Inject
    private Beginnings beginnings;

    @Inject
    private StaffLog log;

    @Inject
    private AuditLog audit;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private Answers answers;

    @Inject
    private Jdbi jdbi;

    @Test
    void each_use_case_looks_at_the_role_before_it_does_anything() {
        Map<String, Consumer<StaffCaller>> useCases = useCases();
        assertThat(useCases.keySet())
                .isEqualTo(ALLOWED.keySet())
                .isEqualTo(Colleagues.declared(
                        OpenIncidents.class,
                        IncidentWork.class,
                        StaffAccounts.class,
                        SecondFactor.class,
                        ResponseProtocol.class,
                        OrganizationSettings.class,
                        StaffTerms.class,
                        CheckInRules.class,
                        LineChannels.class,
                        Beginnings.class,
                        StaffLog.class));

        assertThat(colleagues.allowed(useCases)).isEqualTo(ALLOWED);
    }

    /** On what is not there: whoever may is told so, and nothing changes. */
    private Map<String, Consumer<StaffCaller>> useCases() {
        return Map.ofEntries(
                Map.entry("OpenIncidents.list", caller -> incidents.list(caller, Part.NEEDING, 1)),
                Map.entry("OpenIncidents.ofTeam", caller -> incidents.ofTeam(caller, -1, 1)),
                Map.entry("OpenIncidents.tally", caller -> incidents.tally(caller, town.now())),
                Map.entry("OpenIncidents.deeds", caller -> incidents.deeds(caller, town.now(), 1)),
                Map.entry("IncidentWork.look", caller -> work.look(caller, -1, town.now())),
                Map.entry("IncidentWork.take", caller -> work.take(caller, -1, 0, town.now())),
                Map.entry("IncidentWork.record", caller -> work.record(caller, -1, 0, CALL, town.now())),
                Map.entry(
                        "IncidentWork.close",
                        caller -> work.close(caller, -1, 0, IncidentOutcome.OTHER, "-", town.now())),
                Map.entry("IncidentWork.colleagues", caller -> work.colleagues(caller, -1)),
                Map.entry("IncidentWork.handOver", caller -> work.handOver(caller, -1, 0, -1, "", town.now())),
                Map.entry("IncidentWork.check", caller -> work.check(caller, -1, 0, Set.of(), town.now())),
                Map.entry("IncidentWork.takeBack", caller -> work.takeBack(caller, -1, 0, -1, "-", town.now())),
                Map.entry("IncidentWork.print", caller -> work.print(caller, -1, "", town.now())),
                Map.entry("ResponseProtocol.steps", caller -> protocol.steps(caller)),
                Map.entry("ResponseProtocol.change", caller -> protocol.change(caller, List.of(), 0, town.now())),
                Map.entry("OrganizationSettings.details", caller -> organizations.details(caller)),
                Map.entry(
                        "OrganizationSettings.change",
                        caller -> organizations.change(caller, NOBODY_CALLED_SO, town.now())),
                Map.entry("StaffTerms.versions", caller -> terms.versions(caller)),
                Map.entry("StaffTerms.publish", caller -> terms.publish(caller, "", 0, town.now())),
                Map.entry("CheckInRules.rules", caller -> rules.rules(caller)),
                Map.entry("CheckInRules.preset", caller -> rules.preset(caller)),
                Map.entry("CheckInRules.check", caller -> rules.check(caller, NO_RULES)),
                Map.entry("CheckInRules.forecast", caller -> rules.forecast(caller, NO_RULES, town.now())),
                Map.entry("CheckInRules.change", caller -> rules.change(caller, NO_RULES, town.now())),
                Map.entry("LineChannels.channel", caller -> channels.channel(caller)),
                Map.entry("LineChannels.tryNow", caller -> channels.tryNow(caller)),
                Map.entry(
                        "LineChannels.enter",
                        caller -> channels.enter(caller, new Credentials("", "", ""), 0, town.now())),
                Map.entry("Beginnings.of", caller -> beginnings.of(caller)),
                Map.entry("StaffAccounts.all", caller -> accounts.all(caller, town.now())),
                Map.entry(
                        "StaffAccounts.add",
                        caller -> accounts.add(caller, "", "", OFFICER, Optional.empty(), town.now())),
                Map.entry("StaffAccounts.newPassword", caller -> accounts.newPassword(caller, -1, town.now())),
                Map.entry("StaffAccounts.end", caller -> accounts.end(caller, -1, town.now())),
                Map.entry(
                        "StaffAccounts.change",
                        caller -> accounts.change(caller, -1, "-", Optional.empty(), 0, town.now())),
                Map.entry("StaffAccounts.reach", caller -> accounts.reach(caller, -1)),
                Map.entry(
                        "StaffAccounts.setReach",
                        caller -> accounts.setReach(caller, -1, new Reach(true, Set.of(), Set.of()), 0, town.now())),
                Map.entry(
                        "StaffAccounts.changePassword",
                        caller -> accounts.changePassword(caller, "wrong", "wrong", town.now())),
                Map.entry("SecondFactor.confirmed", caller -> factor.confirmed(caller)),
                Map.entry("SecondFactor.offer", caller -> factor.offer(caller)),
                Map.entry("SecondFactor.confirm", caller -> factor.confirm(caller, "", town.now(), town.now())),
                Map.entry("SecondFactor.use", caller -> factor.use(caller, "", town.now(), town.now())),
                Map.entry("SecondFactor.remove", caller -> factor.remove(caller, -1, town.now())),
                Map.entry("StaffLog.page", caller -> log.page(caller, OptionalLong.empty(), 1)),
                Map.entry("StaffLog.firstBroken", caller -> log.firstBroken(caller)));
    }

    @Test
    void an_account_is_corrected_by_others_only_and_never_left_without_sense() {
        StaffCaller administrator = caller(SYSTEM_ADMINISTRATOR);
        int own = administrator.staffId();
        int officer = caller(OFFICER).staffId();
        Reach nobody = new Reach(true, Set.of(), Set.of());
        Optional<LocalDate> past = Optional.of(LocalDate.EPOCH);
        int seen = colleagues.version(administrator, officer);
        Optional<Reach> before = accounts.reach(administrator, officer);

        assertThat(accounts.change(administrator, own, "x", Optional.empty(), 0, town.now()))
                .isEqualTo(Outcome.OWN_ACCOUNT);
        assertThat(accounts.setReach(administrator, own, nobody, 0, town.now())).isEqualTo(Outcome.OWN_ACCOUNT);
        assertThat(accounts.change(administrator, officer, " ", Optional.empty(), seen, town.now()))
                .isEqualTo(Outcome.NAME_UNREADABLE);
        assertThat(accounts.change(administrator, officer, "x", past, seen, town.now()))
                .isEqualTo(Outcome.LAST_DAY_MISSING);
        assertThat(accounts.setReach(administrator, officer, nobody, seen, town.now()))
                .isEqualTo(Outcome.PLACE_MISSING);
        assertThat(accounts.reach(administrator, officer)).isPresent().isEqualTo(before);
    }

    @Test
    void nobody_sees_beyond_the_own_organization() {
        Member participant = silent();
        StaffCaller officer = caller(OFFICER);
        OpenIncident incident = find(officer, participant).orElseThrow();
        StaffCaller stranger =
                new StaffCaller(officer.staffId(), officer.organizationId() + 1, "s", "s", SYSTEM_ADMINISTRATOR, "::1");

        assertThat(find(stranger, participant)).isEmpty();
        assertThat(work.look(stranger, incident.id(), town.now())).isEmpty();
        assertThat(work.take(stranger, incident.id(), 0, town.now())).isEqualTo(Deed.UNKNOWN);
        assertThat(work.record(stranger, incident.id(), 0, CALL, town.now())).isEqualTo(Deed.UNKNOWN);
        assertThat(work.close(stranger, incident.id(), 0, IncidentOutcome.OTHER, "-", town.now()))
                .isEqualTo(Deed.UNKNOWN);
        assertThat(people.look(stranger, participant.id(), town.now())).isEmpty();
        assertThat(work.look(officer, incident.id(), town.now())).isPresent();
    }

    @Test
    void a_welfare_commissioner_sees_the_people_of_the_own_teams_only() {
        Member neighbour = silent();
        Member elsewhere = silent();
        StaffCaller commissioner = caller(COMMISSIONER);
        assertThat(find(commissioner, neighbour)).isEmpty();

        long team = jdbi.withHandle(handle -> handle.createQuery("insert into team (organization_id, kind, name,"
                        + " created_at) values (?, 'AREA', '北地区', ?) returning id")
                .bind(0, town.id())
                .bind(1, town.now())
                .mapTo(Long.class)
                .one());
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into team_membership (organization_id, team_id, member_id, role, joined_at)"
                            + " values (?, ?, ?, 'PARTICIPANT', cast(? as timestamptz))",
                    town.id(),
                    team,
                    neighbour.id(),
                    town.now().toString());
            handle.execute("insert into staff_scope (staff_id, team_id) values (?, ?)", commissioner.staffId(), team);
        });

        OpenIncident incident = find(commissioner, neighbour).orElseThrow();
        assertThat(find(commissioner, elsewhere)).isEmpty();
        assertThat(people.find(commissioner, wanted(Kind.NOBODY_TO_TELL), 10)).isEmpty();
        assertThat(people.find(commissioner, wanted(Kind.EVERYBODY), 10))
                .extracting(StaffPeople.Line::number)
                .containsExactly(neighbour.number());
        assertThat(people.look(commissioner, elsewhere.id(), town.now())).isEmpty();
        assertThat(work.record(commissioner, incident.id(), version(incident), CALL, town.now()))
                .isEqualTo(Deed.DONE);
    }

    private static Wanted wanted(Kind kind) {
        return new Wanted(kind, OptionalInt.empty(), "", OptionalLong.empty());
    }

    @Test
    void of_two_deeds_on_the_same_version_one_is_done() throws Exception {
        Member participant = silent();
        OpenIncident incident = find(caller(OFFICER), participant).orElseThrow();
        int version = version(incident);
        List<StaffCaller> officers = List.of(caller(OFFICER), caller(CALL_OPERATOR));

        List<Deed> deeds =
                town.atOnce(2, index -> work.record(officers.get(index), incident.id(), version, CALL, town.now()));

        assertThat(deeds).containsExactlyInAnyOrder(Deed.DONE, Deed.CHANGED);
        assertThat(town.count("incident_entry where incident_id = ? and kind = 'CONTACT'", incident.id()))
                .isOne();
    }

    @Test
    void the_audit_log_is_whole_and_takes_no_change() throws Exception {
        StaffCaller administrator = caller(SYSTEM_ADMINISTRATOR);
        town.atOnce(4, index -> {
            // The last nanosecond of a second: rounded, it would be another second.
            Instant at = town.now().truncatedTo(ChronoUnit.SECONDS).plusNanos(999_999_999);
            audit.append(administrator.did("SIGNED_IN", Optional.empty(), Optional.of("髙橋" + index), at));
            return index;
        });
        assertThat(log.firstBroken(administrator)).isEmpty();
        assertThat(allowsChange("update audit_entry set note = 'x'")).isFalse();
        assertThat(allowsChange("delete from audit_entry")).isFalse();
    }

    private boolean allowsChange(String sql) {
        try {
            jdbi.useHandle(handle -> handle.execute(sql));
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    /** Somebody who asked for help a moment ago. */
    private Member silent() {
        Member participant = town.watched(town.watcher());
        Subject subject = Subject.participant(participant.id());
        schedules.set(town.id(), subject, CheckInInterval.EVERY_DAY, List.of(9), town.now());
        answers.needHelp(town.id(), subject, Source.BUTTON, town.now(), town.now());
        return participant;
    }

    private Optional<OpenIncident> find(StaffCaller caller, Member participant) {
        return incidents.list(caller, Part.NEEDING, 1_000).stream()
                .filter(incident -> incident.number().equals(Optional.of(participant.number())))
                .findFirst();
    }

    private int version(OpenIncident incident) {
        return work.look(caller(OFFICER), incident.id(), town.now())
                .orElseThrow()
                .version();
    }

    private StaffCaller caller(StaffRole role) {
        return colleagues.caller(role);
    }
}
