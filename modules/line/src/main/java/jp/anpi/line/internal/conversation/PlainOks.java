package jp.anpi.line.internal.conversation;

import com.linecorp.bot.messaging.model.Message;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.anpi.line.internal.render.Phrases;
import jp.anpi.line.internal.render.Texts;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.Organization;
import jp.anpi.scheduling.Answers;
import jp.anpi.scheduling.Answers.OkResult;
import jp.anpi.scheduling.Answers.Source;

/**
 * Many participants who press OK and are asked nothing else: for all of them in a few statements what
 * {@link Conversations} does for one, in the caller's transaction. A town answers its morning question so.
 */
@Dependent
public class PlainOks {

    private final IdleConversations conversations;
    private final Members members;
    private final Answers answers;
    private final Phrases phrases;

    @Inject
    PlainOks(IdleConversations conversations, Members members, Answers answers, Phrases phrases) {
        this.conversations = conversations;
        this.members = members;
        this.answers = answers;
        this.phrases = phrases;
    }

    /** Whether it may be one. */
    public static boolean is(Incoming incoming) {
        return incoming instanceof Incoming.Pressed pressed && pressed.data().equals(Deed.OK.code());
    }

    /**
     * Waits for nobody.
     *
     * @param pressedAt by person, as the platform says
     * @return what they are answered; who is missing was not touched, because their OK is none of these or somebody else
     *     talks to them now
     */
    public Map<String, Answered> answer(Organization organization, Map<String, Instant> pressedAt, Instant now) {
        Map<String, Member> participants = participants(organization.id(), pressedAt.keySet());
        if (participants.isEmpty()) {
            return Map.of();
        }
        Map<Long, Talk> talks = participants.entrySet().stream()
                .collect(Collectors.toMap(
                        one -> one.getValue().id(),
                        one -> new Talk(organization, one.getKey(), pressedAt.get(one.getKey()), now, phrases)));
        Map<Long, Instant> tappedAt = talks.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().tappedAt()));
        Map<String, Instant> heardAt = new HashMap<>();
        Map<String, Answered> answered = new HashMap<>();
        answers.okTogether(organization.id(), tappedAt, Source.BUTTON, now).forEach((member, result) -> {
            Talk talk = talks.get(member);
            heardAt.put(talk.lineUserId(), talk.tappedAt());
            answered.put(talk.lineUserId(), thanked(talk, result));
        });
        conversations.heard(organization.id(), heardAt, now);
        return answered;
    }

    /** Who had blocked us is welcomed back first, and who is no participant is told so: both alone. */
    private Map<String, Member> participants(int organizationId, Set<String> persons) {
        Set<String> idle = conversations.lock(organizationId, persons);
        Map<String, Member> found = members.byLineUserIds(organizationId, idle);
        return found.entrySet().stream()
                .filter(one -> one.getValue().participant()
                        && one.getValue().blockedAt().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Answered thanked(Talk talk, OkResult result) {
        List<Message> words = List.of(Texts.of(SignsOfLife.thanks(talk, result)));
        return new Answered(words, words);
    }
}
