package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.escalation.IncidentOutcome;
import jp.anpi.escalation.IncidentSheet;
import jp.anpi.escalation.IncidentWork;
import jp.anpi.escalation.IncidentWork.Deed;
import jp.anpi.escalation.OpenIncident;
import jp.anpi.escalation.ProtocolCheck;
import jp.anpi.membership.Deaths;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;

/**
 * One incident: what is known, what was done, and what to do. Each form names the version of the page; where somebody was
 * faster, nothing is done, what they did is marked, and what was typed is still there.
 */
@Named
@RequestScoped
public class IncidentPage {

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    @Inject
    private IncidentWork work;

    @Inject
    private ContactForm contactForm;

    @Inject
    private ClosingForm closingForm;

    @Inject
    private ChecklistForm checklistForm;

    @Inject
    private StepBackForm stepBackForm;

    @Inject
    private HandOverForm handOverForm;

    @Inject
    private PrintForm printForm;

    @Inject
    private Participants participants;

    @Inject
    private Deaths deaths;

    @Inject
    private Address address;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Words words;
    private Instant now;
    private ZoneId zone;
    private Cards cards;
    private long id;
    private Optional<IncidentSheet> sheet;

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        now = clock.instant();
        zone = me.organization().zone();
        cards = new Cards(words, zone, now);
        id = address.id();
    }

    public void take() throws IOException {
        settle(work.take(caller, id, version(), now), "taken");
    }

    public void record() throws IOException {
        if (contactForm.complete()) {
            settle(work.record(caller, id, version(), contactForm.contact(now, zone), now), "recorded");
        }
    }

    public void close() throws IOException {
        if (closingForm.complete()) {
            Deed deed = work.close(
                    caller,
                    id,
                    version(),
                    closingForm.chosen(),
                    closingForm.getReason().strip(),
                    now);
            settle(deed, closingForm.chosen().death() && getParticipant() != null ? "closed-death" : "closed");
        }
    }

    public void handOver() throws IOException {
        if (handOverForm.complete()) {
            Deed deed = work.handOver(
                    caller,
                    id,
                    version(),
                    handOverForm.chosen(),
                    handOverForm.getWord().strip(),
                    now);
            settle(deed, "handed-over");
        }
    }

    public void check() throws IOException {
        if (checklistForm.complete()) {
            settle(work.check(caller, id, version(), checklistForm.marked(), now), "checked");
        }
    }

    public void takeBack() throws IOException {
        if (stepBackForm.complete()) {
            Deed deed = work.takeBack(
                    caller,
                    id,
                    version(),
                    stepBackForm.chosen(),
                    stepBackForm.getReason().strip(),
                    now);
            settle(deed, "taken-back");
        }
    }

    private void settle(Deed deed, String done) throws IOException {
        if (deed == Deed.DONE) {
            address.leadTo("incident?id=" + id + "&done=" + done);
        } else {
            form.complain(words.of("incident." + deed));
        }
    }

    private int version() {
        return (int) Numbers.whole(request.getParameter("version")).orElse(-1);
    }

    /** Null where there is none that the caller may see. */
    public IncidentSheet getSheet() {
        if (sheet == null) {
            sheet = work.look(caller, id, now);
            if (sheet.isEmpty()) {
                address.missing();
            }
        }
        return sheet.orElse(null);
    }

    private OpenIncident incident() {
        return getSheet().incident();
    }

    /** While what was sent is still being read nobody looks at the sheet. */
    public boolean isShown() {
        return rendering() && getSheet() != null;
    }

    public boolean isMissing() {
        return rendering() && getSheet() == null;
    }

    /** What was sent is read also where it is over meanwhile: nothing that was typed gets lost. */
    public boolean isForms() {
        return !rendering() || getSheet() != null && (isPosted() || getSheet().open());
    }

    public boolean isPosted() {
        return "POST".equals(request.getMethod());
    }

    private static boolean rendering() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
    }

    public boolean isMine() {
        return incident().assignee().filter(caller.name()::equals).isPresent();
    }

    public long getId() {
        return id;
    }

    public int getSeen() {
        return getSheet().timeline().size();
    }

    public String getNumber() {
        return cards.number(incident());
    }

    /** What it is, and where somebody is silent for how long. */
    public String getWhy() {
        return cards.why(incident(), getSheet().closedAt());
    }

    /** Whom the incident is about, for the way to their own page; null where they have left. */
    public Long getParticipant() {
        return getSheet().participantId().orElse(null);
    }

    public String getStatus() {
        if (!getSheet().open()) {
            return words.of("status.closed");
        }
        return words.of(getStyle().equals("handled") ? "status.handled" : "status.open");
    }

    public String getStyle() {
        if (!getSheet().open()) {
            return "closed";
        }
        return incident().assignee().isPresent() || incident().takenByWatcher() ? "handled" : "open";
    }

    public String getKnown() {
        return cards.known(incident(), getSheet().open());
    }

    public String getTried() {
        return cards.tried(incident());
    }

    public String getOnIt() {
        return incident()
                .assignee()
                .orElseGet(() -> words.of(incident().takenByWatcher() ? "watcher" : "incident.on-it.none"));
    }

    public String getNext() {
        return incident()
                .nextStep()
                .map(step -> incident()
                        .nextStepAt()
                        .map(at -> words.of("next.by", step, cards.moment(at)))
                        .orElseGet(() -> words.of("next.open", step)))
                .orElse("");
    }

    /** How it ended; blank while it is open. */
    public String getEnd() {
        IncidentSheet shown = getSheet();
        String outcome = shown.outcome().map(name -> "outcome." + name).orElse("");
        String how = words.has(outcome) ? words.of(outcome) : "";
        return shown.closedAt().map(at -> cards.moment(at) + " " + how).orElse("");
    }

    /** Whether it ended with the news of a death that still stands. */
    public boolean isDead() {
        return getParticipant() != null
                && deaths.isNoted(caller.organizationId(), getParticipant())
                && getSheet()
                        .outcome()
                        .filter(IncidentOutcome.DECEASED_FOUND.name()::equals)
                        .isPresent();
    }

    /** Null where the person has left. */
    public Participants.Known getPerson() {
        return getSheet()
                .participantId()
                .flatMap(participant -> participants.of(caller, participant, words, cards, now))
                .orElse(null);
    }

    /** What makes somebody call 110 or 119 at once. */
    public List<ChecklistForm.Row> getAlarms() {
        return checklistForm.rows(getSheet().protocol(), true, cards);
    }

    /** What is to be done, in its order. */
    public List<ChecklistForm.Row> getChecks() {
        return checklistForm.rows(getSheet().protocol(), false, cards);
    }

    /** Whether there is a tick that could be taken back; what was sent is read in any case. */
    public boolean isTakingBack() {
        return !rendering()
                || stepBackForm.isSent()
                || getSheet().protocol().stream().anyMatch(ProtocolCheck::checked);
    }

    /** The steps that are ticked. */
    public List<Choice> getTicked() {
        return stepBackForm.choices(getSheet().protocol());
    }

    /** To whom it can be handed over. */
    public List<Choice> getColleagues() {
        return handOverForm.choices(work.colleagues(caller, id));
    }

    public List<Line> getLines() {
        int seen = !form.isObjected()
                ? Integer.MAX_VALUE
                : (int) Numbers.whole(request.getParameter("seen")).orElse(Integer.MAX_VALUE);
        return new Lines(words, cards).of(getSheet().timeline(), seen);
    }

    /** Whether no watcher hears of what is done: none was told, or the person has left. */
    public boolean isUnheard() {
        return getSheet().incident().told() == 0
                || getSheet().incident().number().isEmpty();
    }

    /** What was just done; blank otherwise. */
    public String getDone() {
        String key = "incident.done." + toldWith(String.valueOf(request.getParameter("done")));
        return !form.isObjected() && words.has(key) ? words.of(key) : "";
    }

    private String toldWith(String done) {
        return switch (done) {
            case "taken" -> isUnheard() ? "taken.unheard" : done;
            case "closed-death" -> me.may(StaffRight.MANAGE_PEOPLE.name()) ? done : "closed-death.ask";
            default -> done;
        };
    }
}
