package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;
import jp.anpi.simulator.traffic.LoggedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must reach people reaches them once, the most urgent first (E-9, E-17, E-20). */
@ExtendWith(CleanLogs.class)
class OutboxTest {

    private final Town town = Town.shared();
    private int hour;

    @BeforeEach
    void before_the_question() {
        hour = town.advanceToHalfPast();
    }

    @AfterEach
    void line_works() {
        town.line().faults().clear();
        town.line().quota().unlimited();
    }

    @Test
    void e9_alert_goes_before_reminder_and_reminder_before_question() {
        // Asked 27 hours and 24 hours before and at the same hour, at which then all three kinds are due.
        Person silent = town.participant("14日毎", hour);
        Person daughter = silent.watcher().readAll();
        town.advanceToNext(hour, 0);
        Person reminded = town.participant("14日毎", hour + 3);
        town.advanceToNext(hour + 3, 0);
        Person asked = town.participant("14日毎", hour + 3);
        town.advanceToNext(hour + 3, 0);
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        Instant now = town.now();
        List<String> order = new ArrayList<>();
        for (LoggedRequest request : town.line().requests().acceptedTo("/v2/bot/message/")) {
            for (Person person : List.of(daughter, reminded, asked)) {
                if (request.at().equals(now)
                        && request.body().contains(person.phone().userId())) {
                    order.add(person == daughter ? "alert" : person == reminded ? "reminder" : "question");
                }
            }
        }
        assertThat(order).containsExactly("alert", "reminder", "question");
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {
                "SERVER_ERROR_BEFORE_ACCEPT",
                "SERVER_ERROR_AFTER_ACCEPT",
                "DROP_BEFORE_ACCEPT",
                "DROP_AFTER_ACCEPT",
                "BAD_GATEWAY_HTML",
                "RATE_LIMITED",
                "MONTHLY_LIMIT"
            })
    void e17_question_is_delivered_once_whatever_line_answers_first(FaultKind fault) {
        Person mother = town.participant("14日毎", hour);
        for (String path : List.of("/v2/bot/message/push", "/v2/bot/message/multicast")) {
            town.line().faults().begin(Fault.of(fault).onPath(path).forNext(2));
        }
        town.advanceToNext(hour, 0);
        town.advanceHours(1);
        List<Instant> asked = Person.times(mother.questions());
        assertThat(asked).hasSize(1);
        List<LoggedRequest> attempts = town.line()
                .requests()
                .matching(request -> request.body().contains(mother.phone().userId())
                        && request.path().startsWith("/v2/bot/message/"));
        assertThat(attempts.stream()
                        .filter(request -> !request.path().endsWith("reply"))
                        .map(LoggedRequest::retryKey)
                        .distinct())
                .as("one retry key")
                .hasSize(1);
        assertThat(states(mother)).containsExactly("SENT");

        assertThat(town.records()
                        .count(
                                "select count(*) from check_in c join member m on m.id = c.subject_id"
                                        + " where m.line_user_id = ? and c.next_step_at = c.sent_at + interval '24 hours'",
                                mother.phone().userId()))
                .as("the clock runs")
                .isEqualTo(1);
    }

    @Test
    void e17_question_whose_outcome_is_unknown_stays_the_same_request_though_one_has_answered() {
        Person mother = town.participant("14日毎", hour);
        Person neighbour = town.participant("14日毎", hour);
        town.line()
                .faults()
                .begin(Fault.of(FaultKind.DROP_AFTER_ACCEPT)
                        .onPath("/v2/bot/message/multicast")
                        .forNext(2));
        town.advanceToNext(hour, 0);
        mother.phone().press("OK");
        town.advanceMinutes(1);
        assertThat(neighbour.questions()).hasSize(1);
        assertThat(states(neighbour)).containsExactly("SENT");
        assertThat(town.line()
                        .requests()
                        .matching(request -> request.retryKey().isPresent()
                                && request.body().contains(neighbour.phone().userId())))
                .extracting(request -> request.path() + request.retryKey().orElseThrow())
                .hasSizeGreaterThan(1)
                .allSatisfy(request -> assertThat(request).startsWith("/v2/bot/message/multicast"));
    }

    @Test
    void e17_line_is_asked_again_at_least_every_15_minutes() {
        Person mother = town.participant("14日毎", hour);
        town.line().faults().begin(FaultKind.SERVICE_UNAVAILABLE);
        town.advanceToNext(hour, 0);
        Instant begin = town.now();
        town.advanceHours(5);
        List<Instant> attempts = town
                .line()
                .requests()
                .matching(request -> request.body().contains(mother.phone().userId())
                        && !request.at().isBefore(begin))
                .stream()
                .map(LoggedRequest::at)
                .distinct()
                .toList();
        assertThat(attempts).hasSizeBetween(20, 40);
        for (int i = 1; i < attempts.size(); i++) {
            assertThat(Duration.between(attempts.get(i - 1), attempts.get(i)))
                    .isLessThanOrEqualTo(Duration.ofMinutes(15));
        }
        town.line().faults().clear();
        town.advanceMinutes(15);
        assertThat(mother.questions()).hasSize(1);
    }

    @Test
    void e9_what_the_monthly_limit_held_goes_within_the_hour_of_relief() {
        Person mother = town.participant("14日毎", hour);
        Person daughter = mother.watcher().readAll();
        town.line().quota().limitTo(0);
        town.advanceToNext(hour, 0);
        town.advanceHours(3);
        assertThat(states(mother)).containsExactly("HELD");
        assertThat(mother.questions()).isEmpty();
        town.line().quota().unlimited();
        town.advanceHours(1);
        assertThat(mother.questions()).hasSize(1);
        assertThat(daughter.news()).isEmpty();
    }

    @Test
    void e20_recipient_whom_line_refuses_costs_nobody_else_their_question() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            people.add(town.participant("14日毎", hour).readAll());
        }
        Person poisoned = people.get(2);
        String broken = "no-user-id-" + poisoned.phone().userId();
        town.records()
                .column(
                        "update member set line_user_id = ? where line_user_id = ? returning id",
                        broken,
                        poisoned.phone().userId());
        town.advanceToNext(hour, 0);
        for (Person person : people) {
            assertThat(person.questions()).hasSize(person == poisoned ? 0 : 1);
        }
        assertThat(town.records().checkInStates(broken)).containsExactly("HELD");
    }

    @Test
    void e20_silence_of_somebody_whom_line_refuses_later_is_not_missed() {
        Person mother = town.participant("14日毎", hour);
        Person daughter = mother.watcher().readAll();
        town.advanceToNext(hour, 0);
        Instant asked = town.now();
        assertThat(mother.questions()).hasSize(1);
        town.records()
                .column(
                        "update member set line_user_id = ? where line_user_id = ? returning id",
                        "gone-" + mother.phone().userId(),
                        mother.phone().userId());
        town.advanceHours(27);
        assertThat(Person.times(daughter.news())).containsExactly(asked.plus(Duration.ofHours(27)));
    }

    private List<String> states(Person person) {
        return town.records().checkInStates(person.phone().userId());
    }
}
