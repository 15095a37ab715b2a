package jp.anpi.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.anpi.simulator.Phone;
import jp.anpi.simulator.Reaction;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.chat.Via;

/** Somebody with a phone, who waits for each answer as a person does. */
final class Resident {

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Pattern INVITATION = Pattern.compile("https://line\\.me/R/oaMessage/[^\\s\"\\\\]+");

    private final Phone phone;
    private int read;

    Resident(Phone phone) {
        this.phone = phone;
    }

    Phone phone() {
        return phone;
    }

    /** A participant who is asked every other week at this hour. */
    Resident registerAsParticipant(int hour) {
        answered(phone.follow());
        press("見守られる方として始める").press("はい").press("14日毎");
        answered(phone.pickTime("時刻を選ぶ", "%02d:00".formatted(hour)));
        return press("はい").press("OK");
    }

    /** Becomes a watcher of this person. */
    Resident watch(Resident participant) {
        participant.press("招待する");
        if (participant.offers("見守る方を招待")) {
            participant.press("見守る方を招待");
        }
        answered(phone.follow());
        answered(phone.openInvitation(participant.invitation()));
        press(offers("見守る方になる") ? "見守る方になる" : "参加する");
        return offers("はい") ? press("はい") : this;
    }

    Resident press(String label) {
        assertThat(phone.offers(label))
                .as("「" + label + "」 is offered by " + said())
                .isTrue();
        return answered(phone.press(label));
    }

    private Resident answered(Reaction reaction) {
        assertThat(reaction.status()).isEqualTo(200);
        Patience.until(ANSWER, phone.name() + " gets an answer", () -> !phone.lastMessages()
                .isEmpty());
        return this;
    }

    boolean offers(String label) {
        return phone.lastMessages().stream()
                .anyMatch(message -> message.labels().contains(label));
    }

    private String said() {
        return phone.lastMessages().stream()
                .map(message -> message.text() + " " + message.labels())
                .toList()
                .toString();
    }

    private String invitation() {
        return phone.messages().stream()
                .map(ChatEntry::text)
                .map(INVITATION::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no invitation in " + said()));
    }

    /** Forgets what came so far. */
    void readAll() {
        read = pushed().size();
    }

    /** What was pushed since, oldest first. */
    List<ChatEntry> news() {
        List<ChatEntry> pushed = pushed();
        return pushed.subList(read, pushed.size());
    }

    long questions() {
        return news().stream()
                .filter(message -> message.labels().containsAll(List.of("OK", "連絡がほしい")))
                .count();
    }

    long alerts() {
        return news().stream()
                .filter(message -> message.labels().contains("無事を確認しました"))
                .count();
    }

    /** Pushes that are neither question nor alert: for a watcher, the all-clear. */
    long otherNews() {
        return news().size() - questions() - alerts();
    }

    private List<ChatEntry> pushed() {
        return phone.received().stream()
                .filter(message -> message.via() != Via.REPLY)
                .toList();
    }
}
