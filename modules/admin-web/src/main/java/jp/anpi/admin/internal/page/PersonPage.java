package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.membership.Member;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople;
import jp.anpi.scheduling.CheckInHistory;
import jp.anpi.scheduling.CheckInHistory.Entry;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.Subject;

/** One participant: how it stands, and how long each answer took. */
@Named
@RequestScoped
public class PersonPage {

    private static final int DAYS = 60;

    /** A question in words. */
    public record Row(String due, String state, String answered, String took) {}

    @Inject
    private SignedIn me;

    @Inject
    private StaffPeople people;

    @Inject
    private CheckInSchedules schedules;

    @Inject
    private CheckInHistory history;

    @Inject
    private Participants participants;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Words words;
    private Instant now;
    private ZoneId zone;
    private Cards cards;
    private Member member;
    private Optional<ScheduleView> schedule = Optional.empty();

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        now = clock.instant();
        zone = me.organization().zone();
        cards = new Cards(words, zone, now);
        long id = Numbers.whole(request.getParameter("id")).orElse(-1);
        member = people.look(caller, id, now).orElse(null);
        if (member == null) {
            ((HttpServletResponse) FacesContext.getCurrentInstance()
                            .getExternalContext()
                            .getResponse())
                    .setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            schedule = schedules.of(caller.organizationId(), subject(), now);
        }
    }

    private Subject subject() {
        return Subject.participant(member.id());
    }

    /** Null where there is none whom the caller may see. */
    public Member getMember() {
        return member;
    }

    public String getNickname() {
        return member.nickname().orElse("");
    }

    public String getSince() {
        return words.date(member.registeredAt().atZone(zone).toLocalDate());
    }

    public String getState() {
        if (member.blockedAt().isPresent()) {
            return words.of("person.blocked");
        }
        return schedule.flatMap(ScheduleView::pausedUntil)
                .map(day -> words.of("person.away", words.date(day)))
                .orElseGet(() -> words.of("person.reached"));
    }

    public String getLastOk() {
        return schedule.flatMap(ScheduleView::lastOkAt)
                .map(at -> words.moment(at, zone))
                .orElseGet(() -> words.of("person.never"));
    }

    public String getNext() {
        return schedule.flatMap(ScheduleView::nextDueAt)
                .map(at -> words.moment(at, zone))
                .orElse("");
    }

    public Participants.Known getKnown() {
        return participants.of(caller, member.id(), words, cards, now).orElse(null);
    }

    /** The latest first. */
    public List<Row> getRows() {
        LocalDate today = now.atZone(zone).toLocalDate();
        List<Row> rows = new ArrayList<>(
                history.entries(caller.organizationId(), subject(), today.minusDays(DAYS), today).stream()
                        .map(this::row)
                        .toList());
        Collections.reverse(rows);
        return rows;
    }

    private Row row(Entry entry) {
        String answered = entry.answeredAt().map(at -> words.moment(at, zone)).orElse("");
        String took = entry.answeredAt()
                .flatMap(at -> entry.askedAt().map(asked -> words.span(Duration.between(asked, at))))
                .orElse("");
        return new Row(words.moment(entry.dueAt(), zone), words.of("state." + entry.state()), answered, took);
    }
}
