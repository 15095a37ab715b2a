package jp.anpi.container;

import static jp.anpi.membership.StaffRole.CALL_OPERATOR;
import static jp.anpi.membership.StaffRole.COMMISSIONER;
import static jp.anpi.membership.StaffRole.OFFICER;
import static jp.anpi.membership.StaffRole.PARTNER;
import static jp.anpi.membership.StaffRole.READ_ONLY;
import static jp.anpi.membership.StaffRole.SYSTEM_ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementRule;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.Announcements;
import jp.anpi.announcements.Audience;
import jp.anpi.announcements.MessageTemplate;
import jp.anpi.announcements.MessageTemplates;
import jp.anpi.escalation.ContactMethod;
import jp.anpi.escalation.ContactResult;
import jp.anpi.escalation.IncidentOutcome;
import jp.anpi.escalation.IncidentWork;
import jp.anpi.escalation.IncidentWork.Contact;
import jp.anpi.escalation.IncidentWork.Deed;
import jp.anpi.escalation.OpenIncident;
import jp.anpi.escalation.OpenIncidents;
import jp.anpi.escalation.OpenIncidents.Part;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.Member;
import jp.anpi.membership.NotAllowedException;
import jp.anpi.membership.SecondFactor;
import jp.anpi.membership.StaffAccounts;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffInvitations;
import jp.anpi.membership.StaffLog;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffPeople.Kind;
import jp.anpi.membership.StaffRole;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.Source;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.Subject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Every use case of staff, tried with every role; and that nobody sees beyond the own organization and teams. */
class StaffRightsTest extends InContainer {

    private static final Set<StaffRole> EVERYBODY = EnumSet.allOf(StaffRole.class);
    private static final Set<StaffRole> WHO_HANDLES =
            EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR, PARTNER, COMMISSIONER);

    private static final Set<StaffRole> WHO_ANNOUNCES = EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER);
    private static final Set<StaffRole> WHO_READS_ANNOUNCEMENTS =
            EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR, READ_ONLY);
    private static final Set<StaffRole> WHO_INVITES = EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER, PARTNER, COMMISSIONER);

    /** Who may do what, said once more: a slip in the product's own table shows here. */
    private static final Map<String, Set<StaffRole>> ALLOWED = Map.ofEntries(
            Map.entry("OpenIncidents.list", EVERYBODY),
            Map.entry("OpenIncidents.tally", EVERYBODY),
            Map.entry("OpenIncidents.deeds", EVERYBODY),
            Map.entry("IncidentWork.look", EVERYBODY),
            Map.entry("IncidentWork.take", WHO_HANDLES),
            Map.entry("IncidentWork.record", WHO_HANDLES),
            Map.entry("IncidentWork.close", EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR)),
            Map.entry("StaffPeople.find", EVERYBODY),
            Map.entry("StaffPeople.look", EVERYBODY),
            Map.entry("StaffAccounts.all", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffAccounts.add", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffAccounts.newPassword", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffAccounts.end", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffAccounts.changePassword", EVERYBODY),
            Map.entry("SecondFactor.confirmed", EVERYBODY),
            Map.entry("SecondFactor.offer", EVERYBODY),
            Map.entry("SecondFactor.confirm", EVERYBODY),
            Map.entry("SecondFactor.use", EVERYBODY),
            Map.entry("SecondFactor.remove", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffLog.page", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("StaffLog.firstBroken", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("Announcements.look", WHO_READS_ANNOUNCEMENTS),
            Map.entry("Announcements.list", WHO_READS_ANNOUNCEMENTS),
            Map.entry("Announcements.history", WHO_READS_ANNOUNCEMENTS),
            Map.entry("Announcements.reach", WHO_READS_ANNOUNCEMENTS),
            Map.entry("Announcements.teams", WHO_READS_ANNOUNCEMENTS),
            Map.entry("Announcements.rule", WHO_READS_ANNOUNCEMENTS),
            Map.entry("Announcements.write", WHO_ANNOUNCES),
            Map.entry("Announcements.edit", WHO_ANNOUNCES),
            Map.entry("Announcements.discard", WHO_ANNOUNCES),
            Map.entry("Announcements.submit", WHO_ANNOUNCES),
            Map.entry("Announcements.approve", WHO_ANNOUNCES),
            Map.entry("Announcements.sendInEmergency", WHO_ANNOUNCES),
            Map.entry("Announcements.sendBack", WHO_ANNOUNCES),
            Map.entry("Announcements.withdraw", WHO_ANNOUNCES),
            Map.entry("Announcements.stop", WHO_ANNOUNCES),
            Map.entry("Announcements.setRule", EnumSet.of(SYSTEM_ADMINISTRATOR)),
            Map.entry("MessageTemplates.all", WHO_READS_ANNOUNCEMENTS),
            Map.entry("MessageTemplates.byId", WHO_READS_ANNOUNCEMENTS),
            Map.entry("MessageTemplates.keep", WHO_ANNOUNCES),
            Map.entry("MessageTemplates.remove", WHO_ANNOUNCES),
            Map.entry("StaffInvitations.inviters", WHO_INVITES),
            Map.entry("StaffInvitations.open", WHO_INVITES),
            Map.entry("StaffInvitations.issue", WHO_INVITES),
            Map.entry("StaffInvitations.withdraw", WHO_INVITES));

    private static final Contact CALL = new Contact(
            ContactMethod.PHONE, ContactResult.NO_ANSWER, Optional.empty(), Optional.empty(), Optional.empty());

    private static final AnnouncementDraft DRAFT = new AnnouncementDraft(
            "-", "-", Optional.empty(), new Audience.InTeam(-1), false, Optional.empty(), Optional.empty());
    private static final MessageTemplate TEMPLATE = new MessageTemplate("-", "-", "-", Optional.empty());

    @Inject
    private Announcements announcements;

    @Inject
    private MessageTemplates templates;

    @Inject
    private StaffInvitations invitations;

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
        assertThat(useCases.keySet()).isEqualTo(ALLOWED.keySet()).isEqualTo(declared());

        useCases.forEach((name, call) -> {
            for (StaffRole role : StaffRole.values()) {
                assertThat(allows(call, caller(role)))
                        .as(name + " as " + role)
                        .isEqualTo(ALLOWED.get(name).contains(role));
            }
        });
    }

    /** On what is not there: whoever may is told so, and nothing changes. */
    private Map<String, Consumer<StaffCaller>> useCases() {
        return Map.ofEntries(
                Map.entry("OpenIncidents.list", caller -> incidents.list(caller, Part.NEEDING, 1)),
                Map.entry("OpenIncidents.tally", caller -> incidents.tally(caller, town.now())),
                Map.entry("OpenIncidents.deeds", caller -> incidents.deeds(caller, town.now(), 1)),
                Map.entry("IncidentWork.look", caller -> work.look(caller, -1, town.now())),
                Map.entry("IncidentWork.take", caller -> work.take(caller, -1, 0, town.now())),
                Map.entry("IncidentWork.record", caller -> work.record(caller, -1, 0, CALL, town.now())),
                Map.entry(
                        "IncidentWork.close",
                        caller -> work.close(caller, -1, 0, IncidentOutcome.OTHER, "-", town.now())),
                Map.entry(
                        "StaffPeople.find", caller -> people.find(caller, Kind.EVERYBODY, "", OptionalLong.empty(), 1)),
                Map.entry("StaffPeople.look", caller -> people.look(caller, -1, town.now())),
                Map.entry("StaffAccounts.all", caller -> accounts.all(caller, town.now())),
                Map.entry(
                        "StaffAccounts.add",
                        caller -> accounts.add(caller, "", "", OFFICER, Optional.empty(), town.now())),
                Map.entry("StaffAccounts.newPassword", caller -> accounts.newPassword(caller, -1, town.now())),
                Map.entry("StaffAccounts.end", caller -> accounts.end(caller, -1, town.now())),
                Map.entry(
                        "StaffAccounts.changePassword",
                        caller -> accounts.changePassword(caller, "wrong", "wrong", town.now())),
                Map.entry("SecondFactor.confirmed", caller -> factor.confirmed(caller)),
                Map.entry("SecondFactor.offer", caller -> factor.offer(caller)),
                Map.entry("SecondFactor.confirm", caller -> factor.confirm(caller, "", town.now(), town.now())),
                Map.entry("SecondFactor.use", caller -> factor.use(caller, "", town.now(), town.now())),
                Map.entry("SecondFactor.remove", caller -> factor.remove(caller, -1, town.now())),
                Map.entry("StaffLog.page", caller -> log.page(caller, OptionalLong.empty(), 1)),
                Map.entry("StaffLog.firstBroken", caller -> log.firstBroken(caller)),
                Map.entry("Announcements.look", caller -> announcements.look(caller, -1)),
                Map.entry(
                        "Announcements.list",
                        caller -> announcements.list(
                                caller, EnumSet.allOf(AnnouncementState.class), OptionalLong.empty(), 1)),
                Map.entry("Announcements.history", caller -> announcements.history(caller, -1)),
                Map.entry(
                        "Announcements.reach",
                        caller -> announcements.reach(caller, DRAFT.audience(), false, town.now())),
                Map.entry("Announcements.teams", caller -> announcements.teams(caller)),
                Map.entry("Announcements.rule", caller -> announcements.rule(caller)),
                Map.entry("Announcements.write", caller -> announcements.write(caller, DRAFT, town.now())),
                Map.entry("Announcements.edit", caller -> announcements.edit(caller, -1, 0, DRAFT, town.now())),
                Map.entry("Announcements.discard", caller -> announcements.discard(caller, -1, 0, town.now())),
                Map.entry("Announcements.submit", caller -> announcements.submit(caller, -1, 0, town.now())),
                Map.entry("Announcements.approve", caller -> announcements.approve(caller, -1, 0, town.now())),
                Map.entry(
                        "Announcements.sendInEmergency",
                        caller -> announcements.sendInEmergency(caller, -1, 0, "-", town.now())),
                Map.entry("Announcements.sendBack", caller -> announcements.sendBack(caller, -1, 0, "-", town.now())),
                Map.entry("Announcements.withdraw", caller -> announcements.withdraw(caller, -1, town.now())),
                Map.entry("Announcements.stop", caller -> announcements.stop(caller, -1, town.now())),
                Map.entry(
                        "Announcements.setRule",
                        caller -> announcements.setRule(caller, AnnouncementRule.USUAL, town.now())),
                Map.entry("MessageTemplates.all", caller -> templates.all(caller)),
                Map.entry("MessageTemplates.byId", caller -> templates.byId(caller, -1)),
                Map.entry("MessageTemplates.keep", caller -> templates.keep(caller, TEMPLATE, town.now())),
                Map.entry("MessageTemplates.remove", caller -> templates.remove(caller, -1, town.now())),
                Map.entry("StaffInvitations.inviters", caller -> invitations.inviters(caller, town.now())),
                Map.entry("StaffInvitations.open", caller -> invitations.open(caller, Optional.of(-1L), town.now())),
                Map.entry(
                        "StaffInvitations.issue",
                        caller -> invitations.issue(caller, Optional.of(-1L), LocalDate.EPOCH, town.now())),
                Map.entry("StaffInvitations.withdraw", caller -> invitations.withdraw(caller, -1, town.now())));
    }

    private static Set<String> declared() {
        return Stream.of(
                        OpenIncidents.class,
                        IncidentWork.class,
                        StaffPeople.class,
                        StaffAccounts.class,
                        SecondFactor.class,
                        StaffLog.class,
                        Announcements.class,
                        MessageTemplates.class,
                        StaffInvitations.class)
                .flatMap(type ->
                        Stream.of(type.getMethods()).map(method -> type.getSimpleName() + "." + method.getName()))
                .collect(Collectors.toSet());
    }

    private static boolean allows(Consumer<StaffCaller> call, StaffCaller caller) {
        try {
            call.accept(caller);
            return true;
        } catch (NotAllowedException refused) {
            return false;
        }
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
        assertThat(people.find(commissioner, Kind.NOBODY_TO_TELL, "", OptionalLong.empty(), 10))
                .isEmpty();
        assertThat(people.find(commissioner, Kind.EVERYBODY, "", OptionalLong.empty(), 10))
                .extracting(StaffPeople.Line::number)
                .containsExactly(neighbour.number());
        assertThat(people.look(commissioner, elsewhere.id(), town.now())).isEmpty();
        assertThat(work.record(commissioner, incident.id(), version(incident), CALL, town.now()))
                .isEqualTo(Deed.DONE);
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

    /** An account of its own for each role. */
    private StaffCaller caller(StaffRole role) {
        String user = "try-" + role.name().toLowerCase(Locale.ROOT);
        int id = jdbi.withHandle(handle -> handle.createQuery("insert into staff (organization_id, user_name,"
                        + " display_name, role, password_hash, created_at) select :organization, :user, :user, :role,"
                        + " password_hash, created_at from staff where user_name = 'admin'"
                        + " on conflict (user_name) do update set display_name = excluded.display_name returning id")
                .bind("organization", town.id())
                .bind("user", user)
                .bind("role", role.name())
                .mapTo(Integer.class)
                .one());
        return new StaffCaller(id, town.id(), user, user, role, "192.0.2.1");
    }
}
