package jp.anpi.scheduling;

import java.time.Instant;

/** The subject can be asked again; its questions go on (E-14). */
public record SubjectReachableAgain(int organizationId, Subject subject, Instant at) {}
