package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import jp.anpi.foundation.DueWork;

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
    public String firstDue() {
        return "select min(heard_at) + interval '" + StrangersSlice.REACHABLE_FOR.toHours()
                + " hours' from conversation where not friend and not lapsed";
    }

    @Override
    public boolean runSlice(Instant now) {
        return slice.run(now);
    }
}
