package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jp.anpi.membership.Member;
import jp.anpi.membership.MemberLeaving;

/** Erases the conversation of somebody who leaves. */
@Dependent
class Forgetting {

    private final ConversationRows rows;

    @Inject
    Forgetting(ConversationRows rows) {
        this.rows = rows;
    }

    void on(@Observes MemberLeaving leaving) {
        Member member = leaving.member();
        rows.forget(member.organizationId(), member.lineUserId());
    }
}
