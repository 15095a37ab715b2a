package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import jp.anpi.simulator.chat.ChatEntry;
import org.junit.jupiter.api.Test;

/** The main job from the first greeting to the all-clear, as people see it on their phones. */
class MainStoryTest {

    private final Town town = Town.shared();

    @Test
    void silence_is_asked_about_again_told_and_ended_by_a_late_ok() {
        town.advanceToNext(7, 0);
        Person sakura = town.participant("3日毎", 8);
        assertThat(sakura.offers("招待する")).as(sakura.said()).isTrue();
        Person daughter = sakura.watcher();
        sakura.news();
        daughter.news();

        town.advanceToNext(8, 0);
        List<ChatEntry> first = sakura.questions();
        assertThat(first).hasSize(1);
        assertThat(first.get(0).at()).isEqualTo(town.now());
        sakura.press("OK");
        assertThat(sakura.said()).contains("8時");

        town.advance(Duration.ofDays(3));
        assertThat(sakura.questions()).hasSize(1);
        town.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(sakura.questions()).isEmpty();
        town.advance(Duration.ofSeconds(1));
        assertThat(sakura.questions()).hasSize(1);
        town.advance(Duration.ofHours(3).minusSeconds(1));
        assertThat(daughter.news()).isEmpty();
        town.advance(Duration.ofSeconds(1));
        List<ChatEntry> alerts = daughter.news();
        assertThat(alerts).hasSize(1).allMatch(Person::isAlert);

        daughter.press("確認する");
        daughter.press("対応します");
        sakura.press("OK");
        List<ChatEntry> allClear = daughter.news();
        assertThat(allClear).hasSize(1);
        assertThat(allClear.get(0).labels()).doesNotContain("確認する", "対応します", "無事を確認しました");
        assertThat(sakura.news()).isEmpty();

        town.advance(Duration.ofHours(24 * 3 - 28));
        assertThat(daughter.news()).isEmpty();
        assertThat(town.records().checkInStates(sakura.phone().userId())).startsWith("CONFIRMED", "CONFIRMED_LATE");
    }
}
