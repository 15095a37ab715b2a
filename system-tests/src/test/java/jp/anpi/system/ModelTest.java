package jp.anpi.system;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.system.ExpectedLife.News;
import jp.anpi.system.ExpectedLife.Told;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Many people behave as they like, and everybody is asked, reminded and told exactly as the reference says: every
 * silent person's watcher at exactly 27 hours, nobody else, and nobody gets two messages at once.
 */
@ExtendWith(CleanLogs.class)
class ModelTest {

    private static final boolean FULL = Boolean.getBoolean("anpi.test.full");
    private static final int PEOPLE = FULL ? 48 : 18;
    private static final int DAYS = FULL ? 30 : 11;
    private static final long SEED = 20261122L;
    private static final Map<String, Integer> INTERVALS = Map.of("毎日", 1, "2日毎", 2, "3日毎", 3);

    private static final Map<String, News> TITLES = Map.of(
            "返事がありません", News.SILENCE,
            "「連絡がほしい」", News.HELP,
            "ご無事がわかりました", News.ALL_CLEAR,
            "届かなくなりました", News.LOST,
            "また届くようになりました", News.FOUND);

    /** Somebody with a temper of their own, from prompt to careless. */
    private record Villager(Person person, Person watcher, ExpectedLife life, double temper) {}

    private final Town town = Town.shared();
    private final Random random = new Random(SEED);

    @Test
    void every_silent_persons_watcher_is_told_at_27_hours_and_nobody_else_is() {
        System.out.println("ModelTest seed " + SEED);
        town.advanceToNext(0, 30);
        List<Villager> villagers = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            villagers.add(villager());
        }
        TreeMap<Instant, List<Villager>> plan = new TreeMap<>();
        for (Villager villager : villagers) {
            for (int day = 0; day < DAYS; day++) {
                if (random.nextDouble() < villager.temper()) {
                    Instant at = town.now()
                            .plus(Duration.ofDays(day))
                            .plus(Duration.ofHours(random.nextInt(24)))
                            .plus(Duration.ofMinutes(random.nextInt(2) * 15));
                    plan.computeIfAbsent(at, key -> new ArrayList<>()).add(villager);
                }
            }
        }
        plan.forEach((at, active) -> {
            town.advance(Duration.between(town.now(), at));
            active.forEach(this::actsSomehow);
        });
        town.advanceHours(30);
        Instant end = town.now();
        SoftAssertions everybody = new SoftAssertions();
        for (Villager villager : villagers) {
            villager.life().live(end);
            compare(villager, everybody);
        }
        everybody.assertAll();
    }

    private Villager villager() {
        String interval = anyInterval();
        int hour = random.nextInt(24);
        Instant now = town.now();
        Person person = town.participant(interval, hour);
        Person watcher = person.watcher().readAll();
        person.readAll();
        return new Villager(
                person, watcher, new ExpectedLife(now, INTERVALS.get(interval), hour), 0.2 + 0.8 * random.nextDouble());
    }

    private String anyInterval() {
        return List.of("毎日", "2日毎", "3日毎").get(random.nextInt(3));
    }

    private void actsSomehow(Villager villager) {
        Instant now = town.now();
        Person person = villager.person();
        ExpectedLife life = villager.life();
        life.live(now);
        if (life.blocked()) {
            person.done(person.phone().unblock());
            life.unblock(now);
            return;
        }
        int dice = random.nextInt(20);
        if (dice < 12) {
            person.type("OK");
            life.ok(now);
        } else if (dice < 14) {
            person.type("OK").type("ok");
            life.ok(now);
        } else if (dice < 15) {
            person.type("連絡がほしい");
            life.needHelp(now);
        } else if (dice < 17) {
            LocalDate lastDay = town.localNow().toLocalDate().plusDays(random.nextInt(4));
            person.type("お休み").pickDate(lastDay);
            life.pause(now, lastDay);
        } else if (dice < 19) {
            String interval = anyInterval();
            int hour = random.nextInt(24);
            person.type("予定の変更").chooseRhythm(interval, hour);
            life.changeSchedule(now, INTERVALS.get(interval), hour);
        } else {
            person.done(person.phone().block());
            life.block(now);
        }
    }

    private static void compare(Villager villager, SoftAssertions everybody) {
        List<Instant> asked = Person.times(villager.person().questions());
        everybody
                .assertThat(asked)
                .as("asked " + villager.person().phone())
                .doesNotHaveDuplicates()
                .isEqualTo(villager.life().asked());
        List<Told> told = villager.watcher().news().stream()
                .map(message -> new Told(message.at(), newsOf(message)))
                .toList();
        everybody
                .assertThat(told)
                .as("told about " + villager.person().phone())
                .isEqualTo(villager.life().told());
    }

    private static News newsOf(ChatEntry message) {
        return TITLES.entrySet().stream()
                .filter(title -> message.text().replaceAll("\\s", "").contains(title.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("unexpected: " + message.text()));
    }
}
