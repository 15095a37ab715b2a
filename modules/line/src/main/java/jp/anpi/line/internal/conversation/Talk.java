package jp.anpi.line.internal.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.anpi.line.internal.render.Phrases;
import jp.anpi.membership.Member;
import jp.anpi.membership.Organization;

/** One event of one person being worked: who it is, how far they have come, and what they are answered. */
final class Talk {

    private final Organization organization;
    private final String lineUserId;
    private final Instant tappedAt;
    private final Instant now;
    private final Phrases phrases;
    private final List<Utterance> said = new ArrayList<>();
    private Optional<Member> member;
    private State state;
    private boolean friend;
    private Instant heardBefore = Instant.EPOCH;
    private boolean confidential;

    Talk(Organization organization, String lineUserId, Instant tappedAt, Instant now, Phrases phrases) {
        this.organization = organization;
        this.lineUserId = lineUserId;
        // A phone's clock may run ahead; nobody taps in the future.
        this.tappedAt = tappedAt.isAfter(now) ? now : tappedAt;
        this.now = now;
        this.phrases = phrases;
        this.member = Optional.empty();
        this.state = State.idle(now);
    }

    /** Where the person stood before this event. */
    Talk from(Optional<Member> knownMember, State reached, ConversationRows.Row row) {
        member = knownMember;
        state = reached;
        friend = row.friend();
        heardBefore = row.heardAt();
        return this;
    }

    Organization organization() {
        return organization;
    }

    int organizationId() {
        return organization.id();
    }

    ZoneId zone() {
        return organization.zone();
    }

    LocalDate today() {
        return now.atZone(zone()).toLocalDate();
    }

    String lineUserId() {
        return lineUserId;
    }

    Instant tappedAt() {
        return tappedAt;
    }

    Instant now() {
        return now;
    }

    Optional<Member> member() {
        return member;
    }

    /** @throws java.util.NoSuchElementException when nobody is registered: the dialogue began without asking */
    Member registered() {
        return member.orElseThrow();
    }

    boolean participant() {
        return member.filter(Member::participant).isPresent();
    }

    boolean watcher() {
        return member.filter(Member::watcher).isPresent();
    }

    void became(Optional<Member> present) {
        member = present;
    }

    boolean friend() {
        return friend;
    }

    void befriended(boolean isFriend) {
        friend = isFriend;
    }

    /**
     * Whether the person had blocked the account, as far as is known. Who was only out of LINE's reach, because they
     * wrote without adding it ({@link Strangers}), had not.
     */
    boolean hadBlocked() {
        return member.flatMap(Member::blockedAt)
                .filter(since -> heardBefore.plus(StrangersSlice.REACHABLE_FOR).isAfter(since))
                .isPresent();
    }

    State state() {
        return state;
    }

    Map<String, String> data() {
        return state.data();
    }

    /** Asks something new: buttons of earlier questions answer nothing any more. */
    void enter(Step step, Map<String, String> data) {
        state = State.at(step, data, now);
    }

    /** Shows the present question once more: its buttons stay good, and it is fresh again. */
    void askedAgain() {
        state = new State(state.step(), state.stamp(), state.data(), now);
    }

    void leave() {
        state = State.idle(now);
    }

    /** Goes on where the person stood, with the buttons they have. */
    void back(State stood) {
        state = stood;
    }

    void say(String key, Object... arguments) {
        said.add(new Utterance.Plain(words(key, arguments)));
    }

    void say(Utterance utterance) {
        said.add(utterance);
    }

    void say(List<Utterance> utterances) {
        said.addAll(utterances);
    }

    /** Something said names a person, repeats what one typed, or opens a door: it must never be pushed. */
    void keepPrivate() {
        confidential = true;
    }

    boolean confidential() {
        return confidential;
    }

    List<Utterance> said() {
        return List.copyOf(said);
    }

    String words(String key, Object... arguments) {
        return phrases.of(key, arguments);
    }

    /** A card whose title is {@code key.title} and whose paragraph is {@code key}. */
    CardBuilder card(String key, Object... arguments) {
        return new CardBuilder(this, words(key + ".title", arguments)).paragraph(words(key, arguments));
    }
}
