package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** LINE delivers to who is no friend for seven days after their last message, and then drops in silence (E-13, E-14). */
@ExtendWith(CleanLogs.class)
class StrangersTest {

    private final Town town = Town.shared();

    @Test
    void e13_watcher_who_never_added_the_account_counts_as_nobody_to_tell_after_a_week() {
        int hour = town.advanceToHalfPast();
        Person mother = town.participant("14日毎", hour);
        Person stranger = town.person().acceptAsWatcher(mother.inviteWatcher());
        town.advanceToNext(hour, 0);
        mother.press("OK");
        town.advanceHours(24 * 14);
        town.advanceHours(27);
        assertThat(incident(mother, "nobody_to_tell")).containsExactly("t");
        assertThat(incident(mother, "staff_told_at")).doesNotContainNull();
        assertThat(stranger.news()).noneMatch(Person::isAlert);

        stranger.type("メニュー");
        mother.press("OK");
        town.advanceHours(24 * 2);
        assertThat(blocked(stranger)).as("who writes is within reach again").containsOnlyNulls();
        town.advanceHours(24 * 5);
        assertThat(blocked(stranger)).doesNotContainNull();

        stranger.follow();
        assertThat(blocked(stranger)).containsOnlyNulls();
        assertThat(stranger.said())
                .as("was never here before")
                .contains("友だち追加をありがとうございます")
                .doesNotContain("お帰りなさい");
    }

    @Test
    void e14_participant_who_never_added_the_account_alarms_nobody_by_silence_to_what_they_never_got() {
        int hour = town.advanceToHalfPast();
        Person daughter = town.person().follow().registerAsWatcher();
        Person father = town.person().acceptAsParticipant(daughter.inviteParticipant(), "14日毎", hour);
        daughter.readAll();
        town.advanceToNext(hour, 0);
        father.press("OK");
        town.advance(Duration.ofDays(7));
        assertThat(daughter.news()).as("out of reach").hasSize(1).noneMatch(Person::isAlert);
        town.advanceHours(24 * 7 + 27);
        assertThat(daughter.news()).isEmpty();
    }

    private List<String> blocked(Person person) {
        return town.records()
                .column(
                        "select blocked_at from member where line_user_id = ?",
                        person.phone().userId());
    }

    private List<String> incident(Person person, String column) {
        return town.records()
                .column(
                        "select i." + column + " from incident i join member m on m.id = i.subject_id"
                                + " where m.line_user_id = ?",
                        person.phone().userId());
    }
}
