package jp.anpi.container;

import static jp.anpi.membership.StaffRole.CALL_OPERATOR;
import static jp.anpi.membership.StaffRole.COMMISSIONER;
import static jp.anpi.membership.StaffRole.OFFICER;
import static jp.anpi.membership.StaffRole.PARTNER;
import static jp.anpi.membership.StaffRole.READ_ONLY;
import static jp.anpi.membership.StaffRole.SYSTEM_ADMINISTRATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementRule;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.Announcements;
import jp.anpi.announcements.Audience;
import jp.anpi.announcements.MessageTemplate;
import jp.anpi.announcements.MessageTemplates;
import jp.anpi.membership.NotAllowedException;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffInvitations;
import jp.anpi.membership.StaffRole;
import org.junit.jupiter.api.Test;

/** Every use case of announcements and invitations, tried with every role. */
class OutreachRightsTest extends InContainer {

    private static final Set<StaffRole> WHO_ANNOUNCES = EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER);
    private static final Set<StaffRole> WHO_READS_ANNOUNCEMENTS =
            EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER, CALL_OPERATOR, READ_ONLY);
    private static final Set<StaffRole> WHO_INVITES = EnumSet.of(SYSTEM_ADMINISTRATOR, OFFICER, PARTNER, COMMISSIONER);

    /** Who may do what, said once more: a slip in the product's own table shows here. */
    private static final Map<String, Set<StaffRole>> ALLOWED = Map.ofEntries(
            Map.entry("Announcements.look", WHO_READS_ANNOUNCEMENTS),
            Map.entry("Announcements.list", WHO_READS_ANNOUNCEMENTS),
            Map.entry("Announcements.history", WHO_READS_ANNOUNCEMENTS),
            Map.entry("Announcements.reach", WHO_READS_ANNOUNCEMENTS),
            Map.entry("Announcements.districts", WHO_READS_ANNOUNCEMENTS),
            Map.entry("Announcements.teams", WHO_READS_ANNOUNCEMENTS),
            Map.entry("Announcements.planned", WHO_READS_ANNOUNCEMENTS),
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
    private Colleagues colleagues;

    @Test
    void each_use_case_looks_at_the_role_before_it_does_anything() {
        Map<String, Consumer<StaffCaller>> useCases = useCases();
        assertThat(useCases.keySet())
                .isEqualTo(ALLOWED.keySet())
                .isEqualTo(Colleagues.declared(Announcements.class, MessageTemplates.class, StaffInvitations.class));

        assertThat(colleagues.allowed(useCases)).isEqualTo(ALLOWED);
    }

    /** What goes to everybody is not for an officer who works for a district only. */
    @Test
    void whoever_is_limited_does_not_announce() {
        StaffCaller officer = colleagues.caller(OFFICER);
        StaffCaller limited = new StaffCaller(
                officer.staffId(), officer.organizationId(), officer.userName(), "-", OFFICER, true, "192.0.2.1");

        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> announcements.write(limited, DRAFT, town.now()));
    }

    /** On what is not there: whoever may is told so, and nothing changes. */
    private Map<String, Consumer<StaffCaller>> useCases() {
        return Map.ofEntries(
                Map.entry("Announcements.look", caller -> announcements.look(caller, -1)),
                Map.entry(
                        "Announcements.list",
                        caller -> announcements.list(
                                caller, EnumSet.allOf(AnnouncementState.class), OptionalLong.empty(), 1)),
                Map.entry("Announcements.history", caller -> announcements.history(caller, -1)),
                Map.entry(
                        "Announcements.reach",
                        caller -> announcements.reach(caller, DRAFT.audience(), false, town.now())),
                Map.entry("Announcements.districts", caller -> announcements.districts(caller)),
                Map.entry("Announcements.teams", caller -> announcements.teams(caller)),
                Map.entry("Announcements.planned", caller -> announcements.planned(caller, -1)),
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
}
