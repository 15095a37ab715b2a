package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import jp.anpi.foundation.Purge;
import jp.anpi.foundation.SetAside;
import org.jdbi.v3.core.Jdbi;

/** Messages that were given up are shown until their time has come, and then forgotten with what was said about them. */
@ApplicationScoped
public class GivenUpMessages implements Purge {

    @Inject
    private Jdbi jdbi;

    @Inject
    private SetAside setAside;

    @Override
    public int purge(Instant limit, int most) {
        List<String> givenUp = jdbi.withHandle(handle -> handle.createQuery(
                        "delete from outbox_message where id in (select id from"
                                + " outbox_message where state = 'SET_ASIDE' and settled_at < :limit limit :most) returning id")
                .bind("limit", limit)
                .bind("most", most)
                .mapTo(String.class)
                .list());
        givenUp.forEach(id -> setAside.forget(OutboxSender.NAME, id));
        return givenUp.size();
    }
}
