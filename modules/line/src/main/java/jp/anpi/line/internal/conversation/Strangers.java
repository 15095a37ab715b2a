package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.foundation.DueWork;
import org.jdbi.v3.core.Jdbi;

/**
 * People who wrote to the account without adding it as a friend: LINE delivers to them for seven days after their last
 * message, and then answers success and drops. From then on they count as unreachable, like those who block (E-13,
 * E-14), until they write or add the account.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#send-push-message">Send push message</a>
 */
@ApplicationScoped
public class Strangers implements DueWork {

    @Inject
    private Jdbi jdbi;

    @Inject
    private StrangersSlice slice;

    @Override
    public String name() {
        return "strangers";
    }

    /** Before anything is asked or told. */
    @Override
    public int order() {
        return 7;
    }

    @Override
    public Optional<Instant> earliestDue() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select min(heard_at) from conversation where not friend and not lapsed")
                        .mapTo(Instant.class)
                        .findOne()
                        .map(heardAt -> heardAt.plus(StrangersSlice.REACHABLE_FOR)));
    }

    @Override
    public boolean runSlice(Instant now) {
        return slice.run(now);
    }
}
