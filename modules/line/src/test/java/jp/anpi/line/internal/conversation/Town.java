package jp.anpi.line.internal.conversation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.SettingsReader;
import jp.anpi.line.internal.channel.LineAccounts;
import jp.anpi.line.internal.render.Phrases;

/** A town in memory with the real conversation in it; its people are {@link Phone}s. */
final class Town {

    static final String SECRET = "channel secret";

    final FakeMembership membership = new FakeMembership();
    final FakeEngine engine = new FakeEngine();
    final FakeTelling telling = new FakeTelling(membership);
    final Map<String, ConversationRows.Row> rows = new HashMap<>();
    final Phrases phrases = new Phrases();
    Instant now = Instant.parse("2026-11-22T00:04:00Z");
    Optional<String> basicId = Optional.of("@midori");
    private final Conversations conversations;

    Town() {
        conversations = assembled();
    }

    private Conversations assembled() {
        OfficialAccount account = new OfficialAccount(accounts(), settings());
        Menu menu = new Menu(engine, engine, membership);
        NicknameOffer nicknames = new NicknameOffer(membership);
        Enrollment enrollment = new Enrollment(membership, engine, membership, membership, telling, account, nicknames);
        Practice practice = new Practice(enrollment);
        Planning planning = new Planning(engine, engine, new RhythmQuestions(engine, engine), practice, menu);
        Consent consent = new Consent(membership, planning, enrollment, menu);
        InvitationAcceptance acceptance = new InvitationAcceptance(membership, consent, menu);
        Inviting inviting = new Inviting(membership, membership, account, menu);
        PauseSubjects subjects = new PauseSubjects(membership, engine);
        Pausing pausing = new Pausing(subjects, new PauseEffect(engine, subjects), menu);
        Leaving leaving = new Leaving(membership, engine, telling, menu);
        Closing closing = new Closing(engine);
        SignsOfLife signs = new SignsOfLife(engine, telling, menu);
        Commands commands = new Commands(
                menu, consent, planning, inviting, pausing, leaving, nicknames, signs, membership, account);
        AlertButtons alerts = new AlertButtons(engine, membership, account, closing);
        Turn turn = new Turn(
                List.of(consent, planning, practice, acceptance, inviting, pausing, leaving, closing, nicknames),
                new Vocabulary(phrases),
                new Greeting(membership, menu),
                commands,
                alerts,
                acceptance,
                menu);
        return new Conversations(inMemory(), membership, phrases, turn);
    }

    private LineAccounts accounts() {
        return new LineAccounts() {
            @Override
            public Optional<String> basicId(int organizationId) {
                return basicId;
            }

            @Override
            public Optional<String> channelSecret(int organizationId) {
                return Optional.of(SECRET);
            }
        };
    }

    private static Settings settings() {
        return SettingsReader.read(
                property -> Optional.of("https://anpi.example").filter(address -> property.equals("anpi.public-url")));
    }

    private ConversationRows inMemory() {
        return new ConversationRows() {
            @Override
            public Row lock(int organizationId, String lineUserId, Instant now) {
                return rows.getOrDefault(lineUserId, new Row(false, State.idle(now), Instant.EPOCH));
            }

            @Override
            public void save(int organizationId, String lineUserId, Row row, Instant now) {
                rows.put(lineUserId, row);
            }

            @Override
            public void forget(int organizationId, String lineUserId) {
                rows.remove(lineUserId);
            }
        };
    }

    Answered answer(String person, Incoming incoming) {
        return conversations.answer(membership.town, person, SECRET, incoming, now, now);
    }

    Phone phone(String person) {
        return new Phone(this, person);
    }

    /** A participant of this name, asked every day at 8. */
    Phone participant(String person) {
        Phone phone = phone(person).adds();
        phone.press("見守られる方として始める").press("はい").press("毎日");
        phone.pick("時刻を選ぶ", "08:30").press("はい").press("OK");
        return phone;
    }

    Phone watcher(String person) {
        return phone(person).adds().press("見守る方として始める").press("はい");
    }
}
