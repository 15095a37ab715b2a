package jp.anpi.townlife;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.anpi.simulator.Phone;
import jp.anpi.simulator.chat.ChatEntry;

/** A phone in the hands of somebody who goes by the promised labels, and gives up where they are not offered. */
record Handset(Phone phone) {

    private static final Pattern INVITATION = Pattern.compile("https://line\\.me/R/oaMessage/[^\\s\"\\\\]+");
    private static final Pattern OWN_NUMBER = Pattern.compile("あなたの登録番号は (\\S+) です");

    boolean follow() {
        phone.follow();
        return true;
    }

    /** Whether the newest messages offer it. */
    boolean offers(String label) {
        return phone.lastMessages().stream()
                .anyMatch(message -> message.labels().contains(label));
    }

    boolean press(String label) {
        boolean offered = offers(label);
        if (offered) {
            phone.press(label);
        }
        return offered;
    }

    /** Presses the first of these that is offered; where none is, there was nothing to press. */
    boolean pressIfOffered(String... labels) {
        for (String label : labels) {
            if (press(label)) {
                break;
            }
        }
        return true;
    }

    boolean press(ChatEntry message, String label) {
        phone.press(message, label);
        return true;
    }

    boolean type(String text) {
        phone.type(text);
        return true;
    }

    boolean pickHour(int hour) {
        boolean offered = offers("時刻を選ぶ");
        if (offered) {
            phone.pickTime("時刻を選ぶ", "%02d:00".formatted(hour));
        }
        return offered;
    }

    boolean pickLastDay(LocalDate day) {
        boolean offered = offers("最終日を選ぶ");
        if (offered) {
            phone.pickDate("最終日を選ぶ", day);
        }
        return offered;
    }

    boolean open(Optional<String> invitation) {
        invitation.ifPresent(phone::openInvitation);
        return invitation.isPresent();
    }

    /** The newest invitation on this phone. */
    Optional<String> invitation() {
        return newest(INVITATION, 0);
    }

    /** The registration number that the account told this person. */
    Optional<String> ownNumber() {
        return newest(OWN_NUMBER, 1);
    }

    String said() {
        return phone.lastMessages().stream()
                .map(message -> message.text() + " " + message.labels())
                .toList()
                .toString();
    }

    private Optional<String> newest(Pattern pattern, int group) {
        List<ChatEntry> received = phone.received();
        return received.stream()
                .map(ChatEntry::text)
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(group))
                .reduce((first, second) -> second);
    }
}
