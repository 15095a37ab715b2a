package jp.anpi.escalation;

import java.time.Instant;
import java.util.Optional;
import jp.anpi.membership.Member;

/**
 * What a watcher is shown of an incident, on demand (E-12).
 *
 * @param participant whom it is about; empty once they have left
 * @param othersWatch whether anybody watches that person beside the one who looks
 * @param takenByOther whether another watcher is already on it
 */
public record WatcherView(
        long incidentId,
        Optional<Member> participant,
        boolean othersWatch,
        IncidentCause cause,
        Optional<Instant> lastOkAt,
        Instant openedAt,
        boolean takenByMe,
        boolean takenByOther,
        boolean closed) {}
