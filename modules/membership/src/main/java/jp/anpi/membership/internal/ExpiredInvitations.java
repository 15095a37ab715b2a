package jp.anpi.membership.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import jp.anpi.foundation.Purge;
import org.jdbi.v3.core.Jdbi;

/** Removes invitations so long after their end that nobody asks any more why they do not open. */
@ApplicationScoped
public class ExpiredInvitations implements Purge {

    @Inject
    Jdbi jdbi;

    @Override
    public int purge(Instant limit, int most) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                        delete from invitation where id in (
                            select id from invitation where expires_at < :limit
                            limit :most
                            for update skip locked)""").bind("limit", limit).bind("most", most).execute());
    }
}
