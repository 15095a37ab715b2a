package jp.anpi.scheduling;

import java.time.Instant;

/** Somebody pressed OK whom nobody asks any more. */
public record AnsweredUnasked(int organizationId, Subject subject, Instant at) {}
