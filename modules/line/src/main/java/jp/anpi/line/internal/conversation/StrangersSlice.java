package jp.anpi.line.internal.conversation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.membership.Members;
import org.jdbi.v3.core.Jdbi;

/** One of those whom LINE does not deliver to any more, in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StrangersSlice {

    static final Duration REACHABLE_FOR = Duration.ofDays(7);

    private record Stranger(int organizationId, String lineUserId) {}

    @Inject
    private Jdbi jdbi;

    @Inject
    private Members members;

    /** @return whether there was one */
    public boolean run(Instant now) {
        Optional<Stranger> lapsed = jdbi.withHandle(handle -> handle.createQuery("""
                        update conversation set lapsed = true
                        where (organization_id, line_user_id) in (
                            select organization_id, line_user_id from conversation
                            where not friend and not lapsed and heard_at <= :limit
                            order by heard_at limit 1
                            for update skip locked)
                        returning organization_id, line_user_id""")
                .bind("limit", now.minus(REACHABLE_FOR))
                .map((row, context) -> new Stranger(row.getInt("organization_id"), row.getString("line_user_id")))
                .findOne());
        lapsed.ifPresent(stranger -> members.blocked(stranger.organizationId(), stranger.lineUserId(), now));
        return lapsed.isPresent();
    }
}
