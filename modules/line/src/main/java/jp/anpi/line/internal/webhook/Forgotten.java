package jp.anpi.line.internal.webhook;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import jp.anpi.foundation.SetAside;
import jp.anpi.membership.MemberLeaving;
import org.jdbi.v3.core.Jdbi;

/** Empties what somebody who leaves had sent before and could not be worked. */
@Dependent
class Forgotten {

    private final Jdbi jdbi;
    private final SetAside setAside;

    @Inject
    Forgotten(Jdbi jdbi, SetAside setAside) {
        this.jdbi = jdbi;
        this.setAside = setAside;
    }

    /**
     * One person's events are worked in their order: what waits untried came after the leaving, and is answered as from
     * somebody new. Events that are being worked at this moment are passed over: they are emptied at their end.
     */
    void on(@Observes MemberLeaving leaving) {
        List<String> emptied = jdbi.withHandle(handle -> handle.createQuery("""
                        update webhook_event
                        set state = 'WORKED', worked_at = :now, line_user_id = null, payload = null
                        where (organization_id, id) in (
                            select organization_id, id from webhook_event
                            where organization_id = :organization and line_user_id = :person
                              and (state = 'SET_ASIDE' or state = 'NEW' and attempts > 0)
                            for update skip locked)
                        returning id""")
                .bind("now", leaving.at())
                .bind("organization", leaving.member().organizationId())
                .bind("person", leaving.member().lineUserId())
                .mapTo(String.class)
                .list());
        emptied.forEach(id -> setAside.forget(WebhookInbox.NAME, id));
    }
}
