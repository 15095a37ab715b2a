package jp.anpi.admin.internal.announce;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.admin.internal.page.Address;
import jp.anpi.admin.internal.page.Numbers;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.AnnouncementMove;
import jp.anpi.announcements.AnnouncementRule;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.Announcements;
import jp.anpi.announcements.Decision;
import jp.anpi.line.AnnouncementPreview;
import jp.anpi.membership.StaffRight;

/**
 * One announcement: how it looks, whom it reaches at which cost, how far it is, and what can be done with it. Each form
 * names the version that was on the screen.
 */
@Named
@RequestScoped
public class AnnouncementPage {

    /** One line of its history in words. */
    public record Line(String at, String what, String said) {}

    @Inject
    private Announcer announcer;

    @Inject
    private Announcements announcements;

    @Inject
    private AnnouncementPreview preview;

    @Inject
    private Form form;

    @Inject
    private Address address;

    @Inject
    private HttpServletRequest request;

    private long id;
    private AnnouncementRule rule;
    private Optional<Announcement> announcement;
    private boolean checked;
    private boolean urgent;
    private String note = "";
    private String reason = "";

    @PostConstruct
    void open() {
        id = address.id();
        rule = announcements.rule(announcer.caller());
        load();
    }

    private void load() {
        announcement = announcements.look(announcer.caller(), id);
        if (announcement.isEmpty()) {
            address.missing();
        }
    }

    public void submit() throws IOException {
        settle(
                announcements.submit(announcer.caller(), id, version(), announcer.now()),
                rule.approvalNeeded() ? "submitted" : "released");
    }

    public void approve() throws IOException {
        settle(announcements.approve(announcer.caller(), id, version(), announcer.now()), "approved");
    }

    public void sendBack() throws IOException {
        settle(announcements.sendBack(announcer.caller(), id, version(), note, announcer.now()), "sent-back");
    }

    public void sendInEmergency() throws IOException {
        settle(announcements.sendInEmergency(announcer.caller(), id, version(), reason, announcer.now()), "emergency");
    }

    public void withdraw() throws IOException {
        settle(announcements.withdraw(announcer.caller(), id, announcer.now()), "withdrawn");
    }

    public void stop() throws IOException {
        settle(announcements.stop(announcer.caller(), id, announcer.now()), "stopped");
    }

    public void discard() throws IOException {
        Decision decision = announcements.discard(announcer.caller(), id, version(), announcer.now());
        if (decision == Decision.DONE) {
            address.leadTo("announcements?done=discarded");
        } else {
            refuse(decision);
        }
    }

    private void settle(Decision decision, String done) throws IOException {
        if (decision == Decision.DONE) {
            address.leadTo("announcement?id=" + id + "&done=" + done);
        } else {
            refuse(decision);
        }
    }

    /** What is there now is shown; what was typed stays. */
    private void refuse(Decision decision) {
        load();
        form.complain(announcer.words().of("announce." + decision));
    }

    private int version() {
        return (int) Numbers.whole(request.getParameter("version")).orElse(-1);
    }

    /** Null where there is none. */
    public Announcement getOne() {
        return announcement.orElse(null);
    }

    public long getId() {
        return id;
    }

    public List<String> getBubbles() {
        return preview.bubbles(getOne().draft());
    }

    public String getAudience() {
        return announcer.wording().audience(getOne().draft());
    }

    public String getStanding() {
        return announcer.wording().standing(getOne());
    }

    public String getStyle() {
        return AnnouncementWords.style(getOne());
    }

    public String getSendAt() {
        return announcer.wording().sendAt(getOne());
    }

    /** Blank where it has no end. */
    public String getUsefulUntil() {
        return getOne().draft().usefulUntil().map(announcer.wording()::moment).orElse("");
    }

    /** Whom it would reach now and at which cost; counted while it is not sent yet. */
    public Cost getCost() {
        return Cost.of(
                announcements.reach(
                        announcer.caller(),
                        getOne().draft().audience(),
                        getOne().draft().reachesAway(),
                        announcer.now()),
                announcer.words());
    }

    /** The latest first. */
    public List<Line> getHistory() {
        List<Line> lines = new ArrayList<>();
        for (AnnouncementMove move : announcements.history(announcer.caller(), id)) {
            lines.add(new Line(
                    announcer.wording().moment(move.at()),
                    announcer.wording().move(move),
                    move.note().orElse("")));
        }
        Collections.reverse(lines);
        return lines;
    }

    /** Why one person alone sent it; blank otherwise. */
    public String getEmergency() {
        return getOne().emergency()
                ? getHistory().stream()
                        .filter(line -> !line.said().isEmpty())
                        .findFirst()
                        .map(Line::said)
                        .orElse("")
                : "";
    }

    /**
     * Whether a form of this state is read or shown. While what was sent is still being read all are there: somebody may
     * have been faster, and then they are told so.
     *
     * @param states names, separated by blanks
     */
    public boolean at(String states) {
        return announcer.caller().may(StaffRight.ANNOUNCE)
                && getOne() != null
                && (FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
                        || List.of(states.split(" ")).contains(getOne().state().name()));
    }

    /** Whether the team that it is for has ended before it was sent. */
    public boolean isInVain() {
        return announcer.wording().inVain(getOne());
    }

    /** Whoever wrote or submitted it is not the second person. */
    public boolean isMine() {
        long staff = announcer.caller().staffId();
        return getOne().writtenBy() == staff || getOne().submittedBy().equals(Optional.of(staff));
    }

    public boolean isApprovalNeeded() {
        return rule.approvalNeeded();
    }

    /** Whoever could approve it needs no other way. */
    public boolean isEmergencyAllowed() {
        boolean approvable = getOne().state() == AnnouncementState.WAITING_FOR_APPROVAL && !isMine();
        return rule.approvalNeeded() && rule.emergencyAllowed() && !approvable;
    }

    /** Whether somebody is about to send it alone, and something is wrong yet. */
    public boolean isUrging() {
        return form.isObjected() && request.getParameter("emergency") != null;
    }

    /** Whether it is on its way, or was, or ended before. */
    public boolean isBegun() {
        return !getOne().open() || getOne().state() == AnnouncementState.SCHEDULED;
    }

    public Progress getProgress() {
        return Progress.of(getOne(), announcer.words());
    }

    /** What was just done; blank otherwise. */
    public String getDone() {
        String key = "announce.done." + request.getParameter("done");
        return !form.isObjected() && announcer.words().has(key)
                ? announcer.words().of(key)
                : "";
    }

    public boolean isChecked() {
        return checked;
    }

    public void setChecked(boolean checked) {
        this.checked = checked;
    }

    public boolean isUrgent() {
        return urgent;
    }

    public void setUrgent(boolean urgent) {
        this.urgent = urgent;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note == null ? "" : note;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
