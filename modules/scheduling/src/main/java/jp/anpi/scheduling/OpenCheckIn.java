package jp.anpi.scheduling;

import java.time.Instant;
import java.util.Optional;

/** The check-in an event is about. */
public record OpenCheckIn(
        long id,
        Instant openedAt,
        int organizationId,
        Subject subject,
        long policyId,
        Optional<Instant> sentAt,
        Optional<Instant> lastOkAt) {}
