package jp.anpi.scheduling;

import java.time.Instant;
import java.util.Optional;

/** The subject blocked us; its questions have stopped (E-14). Fired once for each block. */
public record SubjectBecameUnreachable(
        int organizationId, Subject subject, Optional<OpenCheckIn> closed, Optional<Instant> lastOkAt, Instant at) {}
