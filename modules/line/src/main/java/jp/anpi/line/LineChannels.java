package jp.anpi.line;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.membership.StaffCaller;

/**
 * The official account of each organization: from the installation's properties, which win for the first organization
 * where they name a channel, or as a system administrator entered it. What is entered is tried with LINE before it is
 * kept, sealed, never shown again, and used by every node within seconds.
 */
public interface LineChannels {

    /**
     * What LINE's console shows of a channel.
     *
     * @param accessToken the long-lived one; blank to let the product issue short ones by itself
     */
    record Credentials(String channelId, String secret, String accessToken) {
        @Override
        public String toString() {
            return "Credentials[channelId=" + channelId + ", secrets=***]";
        }
    }

    /** Where the channel in use comes from. */
    enum Source {
        NONE,
        PROPERTIES,
        ENTERED
    }

    /**
     * The channel in use, without its secrets.
     *
     * @param webhook the address that LINE has to be given
     * @param version of what was on the screen; 0 where nothing was entered yet
     */
    record Channel(
            Source source,
            Optional<String> channelId,
            Optional<String> basicId,
            Optional<String> accountName,
            boolean longLivedToken,
            Optional<Instant> savedAt,
            URI webhook,
            int version) {}

    /** What LINE says to the credentials. */
    enum Verdict {
        GOOD,
        /** Something is missing, too long, or holds characters that LINE does not use. */
        UNREADABLE,
        /** Channel id and secret do not belong together. */
        SECRET_REFUSED,
        TOKEN_REFUSED,
        /** The token is good, and another account's. */
        OTHER_ACCOUNT,
        /** People are registered with another account: none of them would be reached through this one. */
        PEOPLE_ELSEWHERE,
        /** LINE does not answer: nothing can be said. */
        NO_ANSWER
    }

    /** Whether deliveries of LINE arrive. */
    enum Webhook {
        REACHED,
        /** LINE knows no address. */
        NOT_SET,
        /** LINE knows another address than {@link Channel#webhook}. */
        ELSEWHERE,
        /** It is switched off in LINE's console. */
        OFF,
        /** LINE tried, and no good answer came. */
        NOT_REACHED,
        /** LINE did not tell, or it was not asked. */
        UNKNOWN
    }

    /**
     * What came of trying a channel.
     *
     * @param account its name, where LINE told
     * @param reason LINE's word for why it does not reach us
     */
    record Trial(Verdict verdict, Optional<String> account, Webhook webhook, Optional<String> reason) {}

    /** What became of entering a channel. @param kept whether anything was changed */
    record Entered(Trial trial, boolean kept, boolean conflict) {}

    Channel channel(StaffCaller caller);

    /** Tries the channel in use. */
    Trial tryNow(StaffCaller caller);

    /**
     * Tries the credentials and, where LINE takes them, keeps and uses them. That LINE does not reach us yet keeps nobody
     * from it: it is told in the trial.
     *
     * @param version of what was on the screen
     * @throws IllegalStateException where the installation's properties name the channel
     */
    Entered enter(StaffCaller caller, Credentials credentials, int version, Instant now);
}
