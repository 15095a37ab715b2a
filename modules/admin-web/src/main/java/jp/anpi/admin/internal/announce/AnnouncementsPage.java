package jp.anpi.admin.internal.announce;

import static jp.anpi.announcements.AnnouncementState.DONE;
import static jp.anpi.announcements.AnnouncementState.DRAFT;
import static jp.anpi.announcements.AnnouncementState.SCHEDULED;
import static jp.anpi.announcements.AnnouncementState.SENDING;
import static jp.anpi.announcements.AnnouncementState.STOPPED;
import static jp.anpi.announcements.AnnouncementState.WAITING_FOR_APPROVAL;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import jp.anpi.admin.internal.page.Address;
import jp.anpi.admin.internal.page.Numbers;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.AnnouncementRule;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.Announcements;

/** All announcements: what waits for somebody, what is on its way, what was sent. */
@Named
@RequestScoped
public class AnnouncementsPage {

    private static final int MOST_OPEN = 50;
    private static final int MOST_OVER = 20;

    /** One in words. */
    public record Row(
            long id,
            String title,
            String audience,
            String standing,
            String style,
            String who,
            boolean alone,
            boolean inVain) {}

    /** Those that stand alike. */
    public record Shelf(String title, List<Row> rows) {}

    @Inject
    private Announcer announcer;

    @Inject
    private Announcements announcements;

    @Inject
    private Address address;

    @Inject
    private HttpServletRequest request;

    private List<Shelf> shelves;
    private Long next;
    private AnnouncementRule rule;
    private boolean approvalNeeded;
    private boolean emergencyAllowed;

    @PostConstruct
    void open() {
        rule = announcements.rule(announcer.caller());
        approvalNeeded = rule.approvalNeeded();
        emergencyAllowed = rule.emergencyAllowed();
        OptionalLong before = Numbers.whole(request.getParameter("before"));
        shelves = new ArrayList<>();
        if (before.isEmpty()) {
            shelve("waiting", EnumSet.of(WAITING_FOR_APPROVAL), before, MOST_OPEN);
            shelve("on-the-way", EnumSet.of(SCHEDULED, SENDING), before, MOST_OPEN);
            shelve("drafts", EnumSet.of(DRAFT), before, MOST_OPEN);
        }
        List<Row> over = shelve("over", EnumSet.of(STOPPED, DONE), before, MOST_OVER);
        next = over.size() < MOST_OVER ? null : over.get(over.size() - 1).id();
    }

    private List<Row> shelve(String name, Set<AnnouncementState> states, OptionalLong before, int most) {
        List<Row> rows = announcements.list(announcer.caller(), states, before, most).stream()
                .map(this::row)
                .toList();
        if (!rows.isEmpty()) {
            shelves.add(new Shelf(announcer.words().of("announce.shelf." + name), rows));
        }
        return rows;
    }

    private Row row(Announcement one) {
        AnnouncementWords wording = announcer.wording();
        return new Row(
                one.id(),
                one.draft().title(),
                wording.audience(one.draft()),
                wording.standing(one),
                AnnouncementWords.style(one),
                one.writer().orElseGet(() -> announcer.words().of("announce.somebody")),
                one.emergency(),
                wording.inVain(one));
    }

    /** Whether a second person has to approve, and whether one may send alone. */
    public void setTheRule() throws IOException {
        AnnouncementRule wanted = new AnnouncementRule(approvalNeeded, approvalNeeded && emergencyAllowed);
        announcements.setRule(announcer.caller(), wanted, announcer.now());
        address.leadTo("announcements?done=rule");
    }

    public List<Shelf> getShelves() {
        return shelves;
    }

    /** Where the next page begins; null on the last. */
    public Long getNext() {
        return next;
    }

    /** How it is done here, in a sentence. */
    public String getRuleInWords() {
        String key = !rule.approvalNeeded() ? "free" : rule.emergencyAllowed() ? "emergency" : "strict";
        return announcer.words().of("announce.rule." + key);
    }

    /** What was just done; blank otherwise. */
    public String getDone() {
        String key = "announce.done." + request.getParameter("done");
        return announcer.words().has(key) ? announcer.words().of(key) : "";
    }

    public boolean isApprovalNeeded() {
        return approvalNeeded;
    }

    public void setApprovalNeeded(boolean approvalNeeded) {
        this.approvalNeeded = approvalNeeded;
    }

    public boolean isEmergencyAllowed() {
        return emergencyAllowed;
    }

    public void setEmergencyAllowed(boolean emergencyAllowed) {
        this.emergencyAllowed = emergencyAllowed;
    }
}
