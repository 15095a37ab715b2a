package jp.anpi.escalation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a watcher does with an alert (E-12).
 *
 * <p>An alert is named by the message that carried it: each message tells a watcher about one incident only. Whoever
 * was not told by that message gets an empty answer, and nothing changes.
 */
public interface WatcherActions {

    /** 「確認する」: who it is. */
    Optional<WatcherView> look(int organizationId, long watcherId, UUID messageId, Instant now);

    /** 「対応します」: the others are told that someone is on it. The view says how it stands now. */
    Optional<WatcherView> take(int organizationId, long watcherId, UUID messageId, Instant now);

    /**
     * 「無事を確認しました」: closes the incident and its check-in; the others are told.
     *
     * @param reason how it was found out, at most 200 characters
     */
    Optional<WatcherView> close(int organizationId, long watcherId, UUID messageId, String reason, Instant now);
}
