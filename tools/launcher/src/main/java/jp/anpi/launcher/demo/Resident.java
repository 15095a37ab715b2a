package jp.anpi.launcher.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.anpi.launcher.LaunchFailure;
import jp.anpi.simulator.Phone;
import jp.anpi.simulator.Reaction;
import jp.anpi.simulator.chat.ChatEntry;

/**
 * A person who uses the account as anyone would: reads the newest message, presses what it offers, types what it asks.
 *
 * <p>Knows the labels that are promised to stay and nothing else of the product.
 */
public final class Resident {

    private static final Pattern INVITATION = Pattern.compile("https://line\\.me/R/oaMessage/\\S+");
    private static final Pattern INTERVAL = Pattern.compile("毎日|\\d+日毎|月曜から金曜|2週間ごと");
    private static final List<String> ACCEPTANCES = List.of("見守る方になる", "参加する");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日(E)", Locale.JAPANESE);
    private static final int MOST_STEPS = 30;

    private final Phone phone;
    private final DevClock clock;
    private final Habits habits;
    private final Diary diary;

    /**
     * How someone answers what a registration asks.
     *
     * @param nickname typed where something must be typed
     * @param interval the interval to press where it is offered
     * @param hour picked in the picker of the hour
     */
    public record Habits(String nickname, String interval, LocalTime hour) {}

    /** Hears of everything that somebody does on a phone, just before it is done. */
    @FunctionalInterface
    public interface Diary {

        /**
         * @param deed in words for people, for example 「OK」
         */
        void did(Phone who, String deed);
    }

    /** A person with a phone, living by the product's clock. */
    public Resident(Phone phone, DevClock clock, Habits habits, Diary diary) {
        this.phone = phone;
        this.clock = clock;
        this.habits = habits;
        this.diary = diary;
    }

    /** The phone. */
    public Phone phone() {
        return phone;
    }

    /** What people call this person. */
    public String name() {
        return phone.name();
    }

    /** Adds the account as a friend, which shows its greeting. */
    public Resident addAccount() {
        diary.did(phone, "友だち追加");
        settled(phone.follow());
        return this;
    }

    /** Adds the account and registers to be watched over. */
    public Resident registerAsParticipant() {
        addAccount();
        press("見守られる方として始める");
        return answerUntilDone();
    }

    /** Asks for an invitation of a watcher and finds its address in what comes back. */
    public String inviteWatcher() {
        press("招待する");
        if (offeredNow().contains("見守る方を招待")) {
            press("見守る方を招待");
        }
        return phone.lastMessages().stream()
                .map(message -> INVITATION.matcher(message.text() + " " + message.message()))
                .filter(Matcher::find)
                .map(found -> found.group().replaceAll("[\"\\\\<].*", ""))
                .findFirst()
                .orElseThrow(() -> lost("no invitation to forward"));
    }

    /** Opens a forwarded invitation and becomes a watcher. */
    public Resident acceptInvitation(String address) {
        diary.did(phone, "届いた招待のリンクを開いて、そのまま送る");
        settled(phone.openInvitation(address));
        return answerUntilDone();
    }

    /** Presses the newest thing with this label and lets the product do what follows. */
    public Resident press(String label) {
        if (!phone.offers(label)) {
            throw lost("no 「" + label + "」 to press");
        }
        settled(pressed(label));
        return this;
    }

    /** Presses it in the menu; where the account has not got its menu yet, typing does the same. */
    private void askFor(String word) {
        if (phone.offers(word)) {
            press(word);
        } else {
            diary.did(phone, word);
            settled(phone.type(word));
        }
    }

    /** Takes a break up to and including a day. */
    public Resident pauseUntil(LocalDate lastDay) {
        askFor("お休み");
        diary.did(phone, "「最終日を選ぶ」 " + lastDay.format(DAY));
        settled(phone.pickDate("最終日を選ぶ", lastDay));
        return this;
    }

    /** Answers what is asked until nothing is asked any more. */
    public Resident answerUntilDone() {
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<Reaction> reaction = answerNewest();
            if (reaction.isEmpty()) {
                return this;
            }
            settled(reaction.get());
        }
        throw lost("the dialogue does not end");
    }

    private Optional<Reaction> answerNewest() {
        List<ChatEntry> messages = phone.lastMessages();
        for (int i = messages.size() - 1; i >= 0; i--) {
            ChatEntry message = messages.get(i);
            if (message.labels().contains("招待する")) {
                return Optional.empty();
            }
            Optional<Reaction> reaction = answer(message);
            if (reaction.isPresent()) {
                return reaction;
            }
        }
        return Optional.empty();
    }

    private Optional<Reaction> answer(ChatEntry message) {
        List<String> labels = message.labels();
        Optional<String> toPress = labels.stream()
                .filter(this::isMine)
                .findFirst()
                .or(() -> labels.stream()
                        .filter(label -> INTERVAL.matcher(label).matches())
                        .findFirst());
        if (toPress.isPresent()) {
            return toPress.map(this::pressed);
        }
        if (labels.contains("時刻を選ぶ")) {
            diary.did(phone, "「時刻を選ぶ」 " + habits.hour());
            return Optional.of(phone.pickTime("時刻を選ぶ", habits.hour().toString()));
        }
        if (message.text().contains("入力してください")) {
            diary.did(phone, habits.nickname());
            return Optional.of(phone.type(habits.nickname()));
        }
        // Within a registration an OK is practice.
        return labels.contains("OK") ? Optional.of(pressed("OK")) : Optional.empty();
    }

    private Reaction pressed(String label) {
        diary.did(phone, "「" + label + "」");
        return phone.press(label);
    }

    private boolean isMine(String label) {
        return label.equals("はい") || ACCEPTANCES.contains(label) || label.equals(habits.interval());
    }

    /** Waits until the product has done what follows from it. */
    private void settled(Reaction reaction) {
        if (!reaction.webhooks().isEmpty() && reaction.status() != 200) {
            throw lost("the product answered " + reaction.status() + " to the webhook");
        }
        clock.settle();
    }

    private List<String> offeredNow() {
        return phone.lastMessages().stream()
                .flatMap(message -> message.labels().stream())
                .toList();
    }

    private LaunchFailure lost(String what) {
        String newest = phone.lastMessages().stream()
                .map(message -> "「" + message.text().replaceAll("\\s+", " ") + "」 " + message.labels())
                .reduce("", (left, right) -> left + " " + right);
        return new LaunchFailure(
                name() + ": " + what + "; the account said:" + (newest.isEmpty() ? " nothing" : newest));
    }
}
