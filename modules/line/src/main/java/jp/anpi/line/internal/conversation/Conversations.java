package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.line.internal.render.Phrases;
import jp.anpi.line.internal.render.Texts;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.Organization;

/**
 * The way into a conversation: one event of one person, in the caller's transaction.
 *
 * <p>The person's row is locked until the transaction ends, so that two events of one person never meet.
 */
@Dependent
public class Conversations {

    /** A nickname is not asked for any more when somebody writes on another day. */
    private static final Duration OFFER_LASTS = Duration.ofMinutes(30);

    private final ConversationRows rows;
    private final Members members;
    private final Phrases phrases;
    private final Turn turn;

    @Inject
    Conversations(ConversationRows rows, Members members, Phrases phrases, Turn turn) {
        this.rows = rows;
        this.members = members;
        this.phrases = phrases;
        this.turn = turn;
    }

    /**
     * Works one event.
     *
     * @param channelSecret what the person's buttons are sealed under
     * @param occurredAt when the person did it, as the platform says
     */
    public Answered answer(
            Organization organization,
            String lineUserId,
            String channelSecret,
            Incoming incoming,
            Instant occurredAt,
            Instant now) {
        ConversationRows.Row row = rows.lock(organization.id(), lineUserId, now);
        Talk talk = new Talk(organization, lineUserId, occurredAt, now, phrases);
        if (comesOrGoes(incoming) && talk.tappedAt().isBefore(row.heardAt())) {
            // Delivered late: what the person did since then tells better whether they are here (E-14).
            return new Answered(List.of(), List.of());
        }
        Seal seal = Seal.of(channelSecret, organization.id(), lineUserId);
        talk.from(members.byLineUserId(organization.id(), lineUserId), present(row.state(), now), row);
        welcomeBack(talk, incoming);
        turn.take(talk, incoming, seal);
        ConversationRows.Row after =
                new ConversationRows.Row(talk.friend(), talk.state(), later(talk.tappedAt(), row.heardAt()));
        if (incoming instanceof Incoming.Unfollowed && talk.member().isEmpty()) {
            // Nobody who is known here, and nobody to talk to any more.
            rows.forget(organization.id(), lineUserId);
        } else if (!after.equals(row)) {
            rows.save(organization.id(), lineUserId, after, now);
        }
        Speech speech = new Speech(seal, talk.state().stamp());
        var replies = speech.of(talk.said());
        boolean harmless = !talk.confidential();
        return new Answered(replies, harmless ? replies : List.of(Texts.of(talk.words("talk.too-late"))));
    }

    /**
     * Who writes to us has not blocked us. LINE says so only once, and what it says may be lost: without this, somebody
     * who came back and writes every day would never be asked again (E-14).
     */
    private void welcomeBack(Talk talk, Incoming incoming) {
        Optional<Instant> blocked = talk.member()
                .flatMap(Member::blockedAt)
                // What was written before the block may be delivered after it.
                .filter(since -> !talk.tappedAt().isBefore(since));
        if (!comesOrGoes(incoming) && blocked.isPresent()) {
            // Who was only out of LINE's reach is no more a friend than before.
            talk.befriended(talk.hadBlocked());
            members.returned(talk.organizationId(), talk.lineUserId(), talk.now());
            talk.became(members.byLineUserId(talk.organizationId(), talk.lineUserId()));
        }
    }

    private static boolean comesOrGoes(Incoming incoming) {
        return incoming instanceof Incoming.Followed || incoming instanceof Incoming.Unfollowed;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static State present(State state, Instant now) {
        boolean stale = state.step().filter(Step::offer).isPresent()
                && state.since().plus(OFFER_LASTS).isBefore(now);
        return stale ? State.idle(now) : state;
    }
}
