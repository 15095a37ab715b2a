package jp.anpi.line.internal.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import jp.anpi.foundation.Purge;
import jp.anpi.foundation.SetAside;
import org.jdbi.v3.core.Jdbi;

/** Removes events that were worked, or set aside with what a person typed, long ago. */
@ApplicationScoped
public class OldEvents implements Purge {

    @Inject
    private Jdbi jdbi;

    @Inject
    private SetAside setAside;

    @Override
    public int purge(Instant limit, int most) {
        int worked =
                purge("state = 'WORKED' and worked_at < :limit", limit, most).size();
        List<String> hopeless = purge("state = 'SET_ASIDE' and received_at < :limit", limit, most - worked);
        hopeless.forEach(id -> setAside.forget(WebhookInbox.NAME, id));
        return worked + hopeless.size();
    }

    private List<String> purge(String which, Instant limit, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        delete from webhook_event
                        where (organization_id, id) in (
                            select organization_id, id from webhook_event
                            where %s
                            limit :most
                            for update skip locked)
                        returning id""".formatted(which))
                .bind("limit", limit)
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }
}
