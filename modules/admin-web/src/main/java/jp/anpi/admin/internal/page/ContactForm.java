package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.escalation.ContactMethod;
import jp.anpi.escalation.ContactResult;
import jp.anpi.escalation.IncidentWork.Contact;

/** What is typed about a call or a visit; it stays on the page until it was written down. */
@Named
@RequestScoped
public class ContactForm {

    private static final String TOMORROW = "TOMORROW";
    private static final int MORNING = 9;

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    private String method = ContactMethod.PHONE.name();
    private String result;
    private String note = "";
    private String next = "";
    private String nextIn = "";

    /** Whether it can be written down; where not, the fields say why. */
    boolean complete() {
        if (method == null) {
            form.complain("contact:method", me.words().of("contact.result.missing"));
        }
        if (result == null) {
            form.complain("contact:result", me.words().of("contact.result.missing"));
        }
        if (next.isBlank() && !nextIn.isEmpty()) {
            form.complain("contact:next", me.words().of("contact.next.missing"));
        }
        return !form.isObjected();
    }

    Contact contact(Instant now, ZoneId zone) {
        return new Contact(
                ContactMethod.valueOf(method),
                ContactResult.valueOf(result),
                Optional.of(note.strip()).filter(text -> !text.isEmpty()),
                Optional.of(next.strip()).filter(text -> !text.isEmpty()),
                due(now, zone));
    }

    private Optional<Instant> due(Instant now, ZoneId zone) {
        if (nextIn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                nextIn.equals(TOMORROW)
                        ? now.atZone(zone)
                                .toLocalDate()
                                .plusDays(1)
                                .atTime(MORNING, 0)
                                .atZone(zone)
                                .toInstant()
                        : now.plus(Duration.parse(nextIn)));
    }

    public List<Choice> getMethods() {
        return Choice.of(me.words(), "method.", ContactMethod.values());
    }

    public List<Choice> getResults() {
        return Choice.of(me.words(), "result.", ContactResult.values());
    }

    public List<Choice> getMoments() {
        Words words = me.words();
        return List.of(
                new Choice("", words.of("contact.in.none")),
                new Choice("PT30M", words.of("contact.in", words.span(Duration.ofMinutes(30)))),
                new Choice("PT1H", words.of("contact.in", words.span(Duration.ofHours(1)))),
                new Choice("PT2H", words.of("contact.in", words.span(Duration.ofHours(2)))),
                new Choice("PT4H", words.of("contact.in", words.span(Duration.ofHours(4)))),
                new Choice(TOMORROW, words.of("contact.in.tomorrow")));
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public String getResult() {
        return result;
    }

    public void setResult(String result) {
        this.result = result;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note == null ? "" : note;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next == null ? "" : next;
    }

    public String getNextIn() {
        return nextIn;
    }

    public void setNextIn(String nextIn) {
        this.nextIn = nextIn == null ? "" : nextIn;
    }
}
