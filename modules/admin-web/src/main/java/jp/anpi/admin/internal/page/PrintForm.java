package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.escalation.IncidentSheet;
import jp.anpi.escalation.IncidentWork;
import jp.anpi.membership.OrganizationTexts;
import jp.anpi.reporting.IncidentPaper;
import jp.anpi.reporting.IncidentPaper.Fact;
import jp.anpi.reporting.IncidentPrinting;

/** An incident as a PDF for whoever is not of the house: for whom and what for is asked first, and audited. */
@Named
@RequestScoped
public class PrintForm {

    @Inject
    private SignedIn me;

    @Inject
    private Form form;

    @Inject
    private IncidentWork work;

    @Inject
    private IncidentPrinting printing;

    @Inject
    private Address address;

    @Inject
    private Clock clock;

    private String purpose = "";

    /** Answers with the PDF, or stays and says what is wrong. */
    public void print() throws IOException {
        String told = purpose.strip();
        Instant now = clock.instant();
        long id = address.id();
        Optional<IncidentSheet> sheet = work.print(me.caller(), id, told, now);
        if (sheet.isEmpty()) {
            form.complain(me.words().of("incident.UNKNOWN"));
            return;
        }
        send(printing.print(paper(sheet.get(), told, now)).pdf(), id);
    }

    private IncidentPaper paper(IncidentSheet sheet, String why, Instant now) {
        Words words = me.words();
        Cards cards = new Cards(words, me.organization().zone(), now).whole();
        List<IncidentPaper.Line> lines = new ArrayList<>(new Lines(words, cards)
                .of(sheet.timeline(), Integer.MAX_VALUE).stream()
                        .map(line -> new IncidentPaper.Line(line.at(), line.what(), joined(line.said(), line.next())))
                        .toList());
        Collections.reverse(lines);
        List<Fact> facts = new ArrayList<>();
        // Names and addresses are never printed: whoever hands it out writes them down where they are needed.
        facts.add(new Fact(words.of("print.by-hand.name"), ""));
        facts.add(new Fact(words.of("print.by-hand.address"), ""));
        facts.add(new Fact(words.of("incident.why"), cards.why(sheet.incident(), sheet.closedAt())));
        facts.add(
                new Fact(words.of("print.opened"), cards.moment(sheet.incident().openedAt())));
        facts.add(new Fact(words.of("incident.known"), cards.known(sheet.incident(), sheet.open())));
        sheet.incident().assignee().ifPresent(who -> facts.add(new Fact(words.of("incident.on-it"), who)));
        sheet.closedAt().ifPresent(at -> facts.add(new Fact(words.of("incident.end"), ended(sheet, cards.moment(at)))));
        desk().ifPresent(desk -> facts.add(new Fact(words.of("print.desk"), desk)));
        return new IncidentPaper(
                words.of("print.title"),
                me.organization().name(),
                joined(cards.number(sheet.incident()), sheet.nickname().orElse(""))
                        .replace('\n', ' '),
                facts,
                words.of("print.timeline"),
                lines,
                words.of("print.foot", cards.moment(now), me.caller().name(), why));
    }

    /** Whom the reader may ask. */
    private Optional<String> desk() {
        OrganizationTexts texts = me.organization().texts();
        return texts.deskName().flatMap(name -> texts.deskPhone().map(phone -> name + " " + phone));
    }

    private String ended(IncidentSheet sheet, String at) {
        String key = "outcome." + sheet.outcome().orElse("");
        return at + " " + (me.words().has(key) ? me.words().of(key) : "");
    }

    private static String joined(String one, String other) {
        return other.isEmpty() ? one : one.isEmpty() ? other : one + "\n" + other;
    }

    private static void send(byte[] pdf, long id) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        external.setResponseContentType("application/pdf");
        external.setResponseContentLength(pdf.length);
        external.setResponseHeader("Content-Disposition", "attachment; filename=\"incident-" + id + ".pdf\"");
        external.getResponseOutputStream().write(pdf);
        faces.responseComplete();
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = Objects.toString(purpose, "");
    }
}
