package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.anpi.simulator.Phone;
import jp.anpi.simulator.Reaction;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.chat.Via;

/** Somebody with a phone, who reads what comes and presses what is offered, by the labels that are promised. */
final class Person {

    private static final Pattern INVITATION = Pattern.compile("https://line\\.me/R/oaMessage/[^\\s\"\\\\]+");

    private final Town town;
    private final Phone phone;
    private int read;

    Person(Town town, Phone phone) {
        this.town = town;
        this.phone = phone;
    }

    Phone phone() {
        return phone;
    }

    /** What the product calls this person. */
    String number() {
        return member("number");
    }

    /** By which the product's own rows know this person. */
    String id() {
        return member("id");
    }

    private String member(String column) {
        return town.records()
                .column("select " + column + " from member where line_user_id = ?", phone.userId())
                .get(0);
    }

    Person follow() {
        return done(phone.follow());
    }

    Person registerAsParticipant(String interval, int hour) {
        follow();
        press("見守られる方として始める").press("はい");
        return chooseRhythm(interval, hour).press("OK");
    }

    Person registerAsWatcher() {
        follow();
        return press("見守る方として始める").press("はい");
    }

    Person chooseRhythm(String interval, int hour) {
        if (offers(interval)) {
            press(interval);
        }
        pickTime(hour);
        if (!offers("はい")) {
            pickTime(hour);
        }
        return press("はい");
    }

    Person pickTime(int hour) {
        return done(phone.pickTime("時刻を選ぶ", "%02d:00".formatted(hour)));
    }

    Person pickDate(LocalDate day) {
        return done(phone.pickDate("最終日を選ぶ", day));
    }

    /** The address of an invitation for somebody who shall watch this person. */
    String inviteWatcher() {
        press("招待する");
        if (offers("見守る方を招待")) {
            press("見守る方を招待");
        }
        return invitation();
    }

    String inviteParticipant() {
        return press("招待する").press("見守られる方を招待").invitation();
    }

    String invitation() {
        return phone.messages().stream()
                .map(ChatEntry::text)
                .map(INVITATION::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no invitation in " + said()));
    }

    /** Opens the invitation, friend or not, and does all that is asked to become a watcher. */
    Person acceptAsWatcher(String invitation) {
        open(invitation);
        press(offers("見守る方になる") ? "見守る方になる" : "参加する");
        return offers("はい") ? press("はい") : this;
    }

    /** Opens the invitation, friend or not, and does all that is asked to become a participant. */
    Person acceptAsParticipant(String invitation, String interval, int hour) {
        open(invitation);
        press(offers("見守られる方になる") ? "見守られる方になる" : "参加する");
        press("はい");
        return chooseRhythm(interval, hour).press("OK");
    }

    /** A watcher of this person, made through an invitation. */
    Person watcher() {
        String invitation = inviteWatcher();
        return town.person().follow().acceptAsWatcher(invitation);
    }

    Person open(String invitation) {
        return done(phone.openInvitation(invitation));
    }

    Person press(String label) {
        if (!phone.offers(label)) {
            throw new AssertionError("no 「" + label + "」 is offered; the account said " + said());
        }
        return done(phone.press(label));
    }

    Person press(ChatEntry message, String label) {
        return done(phone.press(message, label));
    }

    Person type(String text) {
        return done(phone.type(text));
    }

    Person done(Reaction reaction) {
        assertThat(reaction.status()).isIn(0, 200);
        town.settle();
        return this;
    }

    /** Whether the newest messages offer it. */
    boolean offers(String label) {
        return phone.lastMessages().stream()
                .anyMatch(message -> message.labels().contains(label));
    }

    /** Texts of the newest messages, for reading. */
    String said() {
        return phone.lastMessages().stream()
                .map(message -> message.text() + " " + message.labels())
                .reduce("", (left, right) -> left + "\n" + right);
    }

    /** What was pushed to this person since the last look, oldest first; replies are not counted. */
    List<ChatEntry> news() {
        List<ChatEntry> received = pushed();
        List<ChatEntry> fresh = received.subList(read, received.size());
        read = received.size();
        return fresh;
    }

    /** Time moves to this instant; they are told something then, and nothing before. */
    void hearsFirstAt(Instant instant) {
        town.advance(Duration.between(town.now(), instant.minusSeconds(1)));
        assertThat(news()).isEmpty();
        town.advance(Duration.ofSeconds(1));
        assertThat(times(news())).containsExactly(instant);
    }

    /** Forgets what was pushed so far. */
    Person readAll() {
        news();
        return this;
    }

    /** Everything that was pushed to this person. */
    List<ChatEntry> pushed() {
        return phone.received().stream()
                .filter(ChatEntry::fromAccount)
                .filter(message -> message.via() != Via.REPLY)
                .toList();
    }

    /** The questions and reminders pushed since the last look. */
    List<ChatEntry> questions() {
        return news().stream().filter(Person::isQuestion).toList();
    }

    static boolean isQuestion(ChatEntry message) {
        return message.labels().contains("OK") && message.labels().contains("連絡がほしい");
    }

    static boolean isAlert(ChatEntry message) {
        return message.labels().containsAll(List.of("確認する", "対応します", "無事を確認しました"));
    }

    /** Instants at which these messages came. */
    static List<Instant> times(List<ChatEntry> messages) {
        return messages.stream().map(ChatEntry::at).toList();
    }
}
