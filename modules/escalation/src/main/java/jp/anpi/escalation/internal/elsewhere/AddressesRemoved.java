package jp.anpi.escalation.internal.elsewhere;

import java.time.Instant;
import java.util.List;

/** Addresses are gone, and with them alerts about these incidents that had not been sent. */
public record AddressesRemoved(List<Long> incidents, Instant at) {}
