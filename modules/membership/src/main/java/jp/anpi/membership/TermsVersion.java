package jp.anpi.membership;

import java.time.Instant;

/** One version of an organization's terms of service. */
public record TermsVersion(int organizationId, int version, String body, Instant publishedAt) {}
