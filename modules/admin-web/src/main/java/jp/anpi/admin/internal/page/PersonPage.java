package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
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
import jp.anpi.membership.StaffPeople.Sheet;
import jp.anpi.scheduling.CheckInHistory;
import jp.anpi.scheduling.CheckInHistory.Entry;
import jp.anpi.scheduling.CheckInSchedules;
import jp.anpi.scheduling.ScheduleView;
import jp.anpi.scheduling.StaffSchedules;
import jp.anpi.scheduling.Subject;

/** One participant: how it stands, and how long each answer took. */
@Named
@RequestScoped
public class PersonPage {

    private static final int DAYS = 60;
    private static final int YEAR = 365;
    private static final int PAUSES = 5;

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
    private StaffSchedules staffSchedules;

    @Inject
    private Participants participants;

    @Inject
    private Policies policies;

    @Inject
    private Address address;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Words words;
    private Instant now;
    private ZoneId zone;
    private Cards cards;
    private Sheet sheet;
    private List<Entry> entries;
    private Member member;
    private Optional<ScheduleView> schedule = Optional.empty();

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        now = clock.instant();
        zone = me.organization().zone();
        cards = new Cards(words, zone, now);
        long id = address.id();
        sheet = people.look(caller, id, now).orElse(null);
        member = sheet == null ? null : sheet.member();
        if (member == null) {
            address.missing();
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

    /** The district that counts; blank where there is none. */
    public String getDistrict() {
        return sheet.district().orElse("");
    }

    /** The one that staff have put them into; blank where that of a team counts. */
    public String getOwnDistrict() {
        return sheet == null || sheet.ownDistrict().isEmpty()
                ? ""
                : Integer.toString(sheet.ownDistrict().getAsInt());
    }

    /** Whether staff noted that they have died: nobody is asked any more. */
    public boolean isDead() {
        return sheet.diedAt().isPresent();
    }

    public boolean isAway() {
        return schedule.flatMap(ScheduleView::pausedUntil).isPresent();
    }

    /** Whether there are questions that can be set to rest. */
    public boolean isAsked() {
        return schedule.isPresent() && !isDead();
    }

    public String getState() {
        if (sheet.diedAt().isPresent()) {
            return words.of("person.died", words.moment(sheet.diedAt().get(), zone));
        }
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
        Instant since = now.minus(Duration.ofDays(DAYS));
        List<Row> rows = new ArrayList<>(year().stream()
                .filter(entry -> entry.dueAt().isAfter(since))
                .map(this::row)
                .toList());
        Collections.reverse(rows);
        return rows;
    }

    /** Read once, however often it is looked at. */
    private List<Entry> year() {
        if (entries == null) {
            LocalDate today = now.atZone(zone).toLocalDate();
            entries = history.entries(caller.organizationId(), subject(), today.minusDays(YEAR), today);
        }
        return entries;
    }

    /** What follows their silence, by the rules of their teams. */
    public String getPolicy() {
        return policies.ofParticipant(caller.organizationId(), member.id(), words);
    }

    /** How long it usually takes, and how often it took too long: a change of that is a sign. */
    public String getHabit() {
        return Habit.of(year(), words);
    }

    public List<String> getPauses() {
        return staffSchedules.pauses(caller, member.id(), PAUSES).stream()
                .map(pause -> words.of(
                        pause.endedAt().isPresent() ? "person.pause.ended" : "person.pause",
                        words.date(pause.firstDay()),
                        words.date(pause.lastDay()),
                        words.of("person.pause." + pause.setBy()),
                        pause.reason().orElse("")))
                .toList();
    }

    private Row row(Entry entry) {
        String answered = entry.answeredAt().map(at -> words.moment(at, zone)).orElse("");
        String took = entry.answeredAt()
                .flatMap(at -> entry.askedAt().map(asked -> words.span(Duration.between(asked, at))))
                .orElse("");
        return new Row(words.moment(entry.dueAt(), zone), words.of("state." + entry.state()), answered, took);
    }
}
