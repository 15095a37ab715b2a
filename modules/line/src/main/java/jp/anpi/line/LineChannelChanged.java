package jp.anpi.line;

/** An organization speaks through another channel from now on; fires in the transaction that does it. */
public record LineChannelChanged(int organizationId) {}
