package jp.anpi.line.internal.webhook;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jp.anpi.membership.MemberLeaving;
import org.jdbi.v3.core.Jdbi;

/** Empties what somebody who leaves had sent before and could not be worked. */
@Dependent
class Forgotten {

    private final Jdbi jdbi;

    @Inject
    Forgotten(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One person's events are worked in their order: what waits untried came after the leaving, and is answered as from
     * somebody new. Events that are being worked at this moment are passed over: they are emptied at their end.
     */
    void on(@Observes MemberLeaving leaving) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update webhook_event
                        set state = 'WORKED', worked_at = :now, line_user_id = null, payload = null
                        where (organization_id, id) in (
                            select organization_id, id from webhook_event
                            where organization_id = :organization and line_user_id = :person
                              and (state = 'SET_ASIDE' or state = 'NEW' and attempts > 0)
                            for update skip locked)""")
                .bind("now", leaving.at())
                .bind("organization", leaving.member().organizationId())
                .bind("person", leaving.member().lineUserId())
                .execute());
    }
}
