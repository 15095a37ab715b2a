package jp.anpi.membership;

import java.time.Instant;

/** A new organization exists; fired inside the transaction that makes it, so that each module adds what is its own. */
public record OrganizationFounded(Organization organization, Instant at) {}
