package jp.anpi.admin.internal.paper;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.admin.internal.form.Form;
import jp.anpi.admin.internal.page.Address;
import jp.anpi.admin.internal.page.Choice;
import jp.anpi.admin.internal.page.Numbers;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffInvitations;
import jp.anpi.membership.StaffInvitations.Inviter;
import jp.anpi.membership.StaffInvitations.Open;
import jp.anpi.membership.StaffInvitations.Outcome;
import jp.anpi.reporting.PaperKind;
import jp.anpi.reporting.PrintedPaper;

/** The invitation of the organization or of a team: made, looked at on each paper, downloaded, withdrawn. */
@Named
@RequestScoped
public class PaperPage {

    /** Whom one can be invited by, in words. */
    public record Row(String team, String name, String state) {}

    @Inject
    private SignedIn me;

    @Inject
    private StaffInvitations invitations;

    @Inject
    private Papers papers;

    @Inject
    private Form form;

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
    private Place place;
    private Optional<Inviter> inviter;
    private Optional<Open> invitation;
    private Optional<PrintedPaper> printed = Optional.empty();
    private String lastDay;
    private boolean sure;

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        now = clock.instant();
        zone = me.organization().zone();
        place = Place.of(request);
        inviter = place.chosen()
                ? invitations.inviters(caller, now).stream()
                        .filter(one -> one.teamId().equals(place.team()))
                        .findFirst()
                : Optional.empty();
        invitation = inviter.flatMap(one -> invitations.open(caller, one.teamId(), now));
        invitation.ifPresent(one -> printed = papers.print(caller, one, place.kind()));
        lastDay = today().plusYears(1).toString();
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    public void issue() throws IOException {
        settle(invitations.issue(caller, place.team(), LocalDate.parse(lastDay.strip()), now), "issued");
    }

    public void withdraw() throws IOException {
        long id = Numbers.whole(request.getParameter("invitation")).orElse(-1);
        settle(invitations.withdraw(caller, id, now), "withdrawn");
    }

    private void settle(Outcome outcome, String done) throws IOException {
        switch (outcome) {
            case DONE -> address.leadTo("paper?" + place.query() + "&done=" + done);
            case LAST_DAY_UNUSABLE ->
                form.complain("issue:lastDay", words.of("paper.LAST_DAY_UNUSABLE", StaffInvitations.MOST_YEARS));
            case OPEN_ALREADY, UNKNOWN -> form.complain(words.of("paper." + outcome));
        }
    }

    public List<Row> getRows() {
        return invitations.inviters(caller, now).stream()
                .map(one -> new Row(
                        Place.name(one.teamId()),
                        one.name(),
                        one.openUntil()
                                .map(at -> words.of("paper.until", words.date(lastDay(at))))
                                .orElseGet(() -> words.of("paper.none"))))
                .toList();
    }

    private LocalDate lastDay(Instant end) {
        return end.atZone(zone).toLocalDate().minusDays(1);
    }

    /** Whether one was chosen, whether there is such a one or not. */
    public boolean isChosen() {
        return place.chosen();
    }

    /** Null where there is no such one for the caller. */
    public Inviter getInviter() {
        return inviter.orElse(null);
    }

    /** Null where there is none that works. */
    public Open getInvitation() {
        return invitation.orElse(null);
    }

    /** What it is good for, in a sentence. */
    public String getValidity() {
        String until = words.date(getInvitation().lastDay());
        return getInvitation()
                .teamId()
                .map(team -> words.of("paper.valid.team", until, getInvitation().invitedBy()))
                .orElseGet(() -> words.of("paper.valid.all", until));
    }

    public String getMade() {
        return words.of(
                "paper.made",
                words.moment(getInvitation().at(), zone),
                getInvitation().issuedBy());
    }

    /** Whether the desk's name and number are to be written by hand. */
    public boolean isDeskless() {
        return papers.desk(caller).isEmpty();
    }

    /** Whether LINE has told who we are: without that there is no link to print. */
    public boolean isConnected() {
        return printed.isPresent();
    }

    /** One for each side. */
    public List<String> getPictures() {
        return IntStream.rangeClosed(1, printed.orElseThrow().pages())
                .mapToObj(page -> words.of("paper.side." + place.kind() + "." + page))
                .toList();
    }

    /** Letters that no font has, and what stands for them; blank where all are printed as they are. */
    public List<String> getSubstitutes() {
        return printed.orElseThrow().substituted().stream()
                .map(one -> words.of("paper.substitute", one.written(), one.printed()))
                .toList();
    }

    public List<Choice> getKinds() {
        return Choice.of(words, "paper.kind.", PaperKind.values());
    }

    public PaperKind getKind() {
        return place.kind();
    }

    /** What to do with this paper. */
    public String getKindHelp() {
        return words.of("paper.kind.help." + place.kind());
    }

    /** For addresses: which team, or the organization itself. */
    public String getTeam() {
        return Place.name(place.team());
    }

    /** What was just done; blank otherwise. */
    public String getDone() {
        return Stream.of("issued", "withdrawn")
                .filter(done -> done.equals(request.getParameter("done")) && !form.isObjected())
                .findFirst()
                .map(done -> words.of("paper.done." + done))
                .orElse("");
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = lastDay == null ? "" : lastDay;
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }
}
