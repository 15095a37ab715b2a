package jp.anpi.membership;

/** A system administrator has changed the organization; fires in the transaction that does it. */
public record OrganizationChanged(int organizationId) {}
