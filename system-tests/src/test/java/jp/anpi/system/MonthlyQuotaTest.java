package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;
import jp.anpi.simulator.traffic.LoggedRequest;
import jp.anpi.system.chaos.LongForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * When the month's messages run short: announcements stop first, then nobody is asked any more, and nobody's silence is
 * counted who was not asked; reminders, alerts and all-clears go on (E-9).
 */
@ExtendWith(CleanLogs.class)
class MonthlyQuotaTest {

    /** LINE's least reserve is then well above what the few people of a test could still need. */
    private static final int USED_BY_OTHERS = 1000;

    private final Town town = Town.shared();
    private int hour;

    @BeforeEach
    void nobody_else_needs_to_be_followed_up() {
        Rest.of(town);
        town.records().change("update check_in_schedule set open_check_in_id = null, open_since = null");
        leaveTheEndOfTheMonth();
        hour = town.advanceToHalfPast();
        town.line().quota().useElsewhere(town.now(), USED_BY_OTHERS);
    }

    /** No test but the one about it shall meet the new month's messages. */
    private void leaveTheEndOfTheMonth() {
        LocalDate today = town.localNow().toLocalDate();
        if (today.plusDays(4).getMonth() != today.getMonth()) {
            town.advanceTo(today.plusMonths(1).withDayOfMonth(1).atTime(7, 0));
        }
    }

    @AfterEach
    void there_is_enough_again() {
        town.line().faults().clear();
        town.line().quota().unlimited();
        town.advanceHours(1);
    }

    @Test
    void e9_at_the_reserve_nobody_is_asked_and_nobody_counts_as_silent_but_alerts_go_on() {
        Person mother = town.participant("14日毎", hour);
        Person daughter = mother.watcher().readAll();
        town.advanceToNext(hour, 0);
        Instant asked = town.now();
        assertThat(mother.questions()).hasSize(1);
        Person aunt = town.participant("14日毎", hour + 2);
        Person nephew = aunt.watcher().readAll();
        aunt.readAll();
        daughter.readAll();
        leaveBeyondReserve(0);
        long warnings = warnings("RESERVE, was");

        town.advance(Duration.ofHours(27));
        assertThat(Person.times(mother.questions())).containsExactly(asked.plus(Duration.ofHours(24)));
        assertThat(Person.times(daughter.news())).containsExactly(asked.plus(Duration.ofHours(27)));
        mother.press("OK");
        assertThat(daughter.news()).as("the all-clear").hasSize(1);
        assertThat(aunt.news()).isEmpty();
        assertThat(states(aunt)).containsExactly("HELD");
        assertThat(attempts(aunt, asked.plusSeconds(1)))
                .as("a held question costs no attempt")
                .isEmpty();
        assertThat(health()).containsPattern("\"level\": *\"RESERVE\"").contains("\"1 CHECK_IN since 20");
        assertThat(warnings("RESERVE, was") - warnings).as("said once").isEqualTo(1);

        town.line().quota().unlimited();
        town.advanceHours(1);
        assertThat(aunt.questions()).hasSize(1);
        assertThat(states(aunt)).containsExactly("SENT");
        assertThat(nephew.news()).isEmpty();
    }

    @Test
    void e9_the_next_question_goes_in_place_of_the_ones_that_were_held() {
        Person aunt = town.participant("毎日", hour + 2).readAll();
        leaveBeyondReserve(0);
        town.advanceToNext(hour + 2, 0);
        town.advance(Duration.ofHours(48).plusMinutes(30));
        assertThat(states(aunt)).containsExactly("SUPERSEDED", "SUPERSEDED", "HELD");

        leaveBeyondReserve(20);
        town.advanceHours(1);
        assertThat(aunt.news()).hasSize(1).allMatch(Person::isQuestion);
        assertThat(states(aunt)).containsExactly("SUPERSEDED", "SUPERSEDED", "SENT");
        assertThat(held()).isZero();
    }

    @Test
    void e9_as_many_are_asked_as_there_is_room_for() {
        List<Person> people = Stream.generate(() -> town.participant("14日毎", hour + 2))
                .limit(5)
                .toList();
        people.forEach(Person::readAll);
        leaveBeyondReserve(2);
        town.advanceToNext(hour + 2, 0);
        assertThat(people.stream().filter(person -> !person.news().isEmpty())).hasSize(2);
        assertThat(people.stream().map(this::states).map(states -> states.get(0)))
                .containsExactlyInAnyOrder("SENT", "SENT", "HELD", "HELD", "HELD");
        leaveBeyondReserve(1);
        town.advanceMinutes(15);
        assertThat(people.stream().filter(person -> !person.news().isEmpty())).hasSize(1);
        leaveBeyondReserve(2);
        town.advanceMinutes(15);
        assertThat(people.stream().filter(person -> !person.news().isEmpty())).hasSize(2);
        assertThat(people.stream().flatMap(person -> states(person).stream())).containsOnly("SENT");
    }

    @Test
    void e9_announcements_stop_before_questions_do() {
        Person mother = town.participant("14日毎", hour + 2);
        Person daughter = mother.watcher().readAll();
        leaveBeyondReserve(20);
        town.advanceMinutes(90);
        int announcements = 300;
        town.records().enqueue(3, daughter, announcements, town.now());
        town.advanceToNext(hour + 2, 0);
        assertThat(mother.questions()).hasSize(1);
        assertThat(daughter.news()).isEmpty();
        assertThat(held()).isEqualTo(announcements);

        town.line().quota().unlimited();
        town.advanceHours(1);
        assertThat(daughter.news()).hasSize(announcements);
        assertThat(held()).isZero();
    }

    @LongForm
    @Test
    void e9_what_the_old_month_held_goes_in_the_new_one_and_not_at_night() {
        Instant lastNoon = lastDayOfMonth().atTime(12, 30).atZone(Town.TOKYO).toInstant();
        town.stop();
        town.startAt(lastNoon);
        town.settle();
        Person aunt = town.participant("14日毎", 14).readAll();
        town.line().quota().limitTo(town.line().quota().usedIn(town.now()));
        town.advanceToNext(14, 0);
        assertThat(states(aunt)).containsExactly("HELD");
        town.advanceToNext(0, 0);
        assertThat(held()).isZero();
        assertThat(aunt.news()).isEmpty();
        town.advanceToNext(6, 0);
        assertThat(Person.times(aunt.questions())).containsExactly(town.now());
    }

    @Test
    void e9_line_s_own_refusal_stops_questions_at_once_while_alerts_are_tried_again() {
        Person mother = town.participant("14日毎", hour);
        Person daughter = mother.watcher().readAll();
        town.advanceToNext(hour, 0);
        Instant asked = town.now();
        town.advanceHours(25);
        Person aunt = town.participant("14日毎", hour + 3).readAll();
        lineTellsNoQuota();
        town.line().quota().limitTo(town.line().quota().usedIn(town.now()));

        town.advanceToNext(hour + 3, 0);
        assertThat(town.now()).isEqualTo(asked.plus(Duration.ofHours(27)));
        town.advanceMinutes(59);
        assertThat(states(aunt)).containsExactly("HELD");
        assertThat(attempts(aunt, asked.plus(Duration.ofHours(27))))
                .as("LINE's answer to the alert is known")
                .isEmpty();
        assertThat(attempts(daughter, asked.plus(Duration.ofHours(27))))
                .as("every 15 minutes")
                .hasSize(4);
        assertThat(daughter.news()).isEmpty();

        town.line().faults().clear();
        town.line().quota().unlimited();
        town.advanceHours(1);
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        assertThat(aunt.questions()).hasSize(1);
    }

    @Test
    void e9_silence_is_not_missed_because_the_reminder_could_not_go() {
        Person mother = town.participant("14日毎", hour);
        Person daughter = mother.watcher().readAll();
        town.advanceToNext(hour, 0);
        Instant asked = town.now();
        town.advanceHours(2);
        town.line().quota().limitTo(town.line().quota().usedIn(town.now()));
        town.advanceHours(25);
        assertThat(attempts(daughter, town.now())).as("tried when it was due").hasSize(1);
        town.line().quota().unlimited();
        town.advanceMinutes(15);
        assertThat(Person.times(daughter.news())).containsExactly(asked.plus(Duration.ofMinutes(27 * 60 + 15)));
    }

    @Test
    void e9_line_that_does_not_tell_the_quota_holds_nothing() {
        Person mother = town.participant("14日毎", hour + 2);
        lineTellsNoQuota();
        leaveBeyondReserve(0);
        town.advanceToNext(hour + 2, 0);
        assertThat(mother.questions()).hasSize(1);
    }

    @Test
    void e9_the_reserve_is_what_the_open_check_ins_could_still_need() {
        Person mother = town.participant("14日毎", hour);
        mother.watcher();
        mother.watcher();
        Person father = town.participant("14日毎", hour);
        town.participant("14日毎", hour + 2).watcher();
        town.line().quota().limitTo(1_000_000);
        town.advanceToNext(hour, 0);
        town.advanceHours(1);
        assertThat(followUps())
                .as("two reminders, two alerts, two all-clears; nothing for the one who was not asked yet")
                .isEqualTo(2 + 2 + 2);
        father.press("OK");
        town.advanceHours(24);
        assertThat(followUps())
                .as("one was reminded, but not the one who was asked later")
                .isEqualTo((2 + 2) + (1 + 1 + 1));
    }

    /** LINE's limit is such that the reserve, and so many messages more, are left. */
    private void leaveBeyondReserve(int messages) {
        long others = town.line().quota().usedIn(town.now()) + messages;
        long limit = others;
        while (limit - (limit + 19) / 20 < others) {
            limit++;
        }
        town.line().quota().limitTo(limit);
    }

    private void lineTellsNoQuota() {
        town.line().faults().begin(Fault.of(FaultKind.SERVICE_UNAVAILABLE).onPath("/v2/bot/message/quota"));
    }

    private long held() {
        return town.records().count("select count(*) from outbox_message where state = 'HELD'");
    }

    private long followUps() {
        return town.records().count("select follow_ups from message_quota");
    }

    private List<String> states(Person person) {
        return town.records().checkInStates(person.phone().userId());
    }

    /** Requests since then that would have counted, accepted or not. */
    private List<LoggedRequest> attempts(Person person, Instant since) {
        return town.line()
                .requests()
                .matching(request -> !request.at().isBefore(since)
                        && request.path().matches("/v2/bot/message/(push|multicast)")
                        && request.body().contains(person.phone().userId()));
    }

    /** What {@code /health/ready} says; it stays UP. */
    private String health() {
        try (InputStream answer =
                town.address().resolve("/health/ready").toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notReady) {
            throw new UncheckedIOException(notReady);
        }
    }

    private long warnings(String words) {
        try (Stream<Path> logs = Files.list(town.directory().resolve("logs"))) {
            return logs.filter(file -> file.getFileName().toString().matches("anpi\\.\\d+\\.log"))
                    .flatMap(MonthlyQuotaTest::lines)
                    .filter(line -> line.contains("WARNING") && line.contains(words))
                    .count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private LocalDate lastDayOfMonth() {
        LocalDateTime tomorrow = town.localNow().plusDays(1);
        return tomorrow.toLocalDate().with(TemporalAdjusters.lastDayOfMonth());
    }
}
