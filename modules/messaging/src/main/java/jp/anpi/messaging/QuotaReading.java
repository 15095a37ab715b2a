package jp.anpi.messaging;

import java.util.OptionalLong;

/**
 * The month's messages as the channel counts them.
 *
 * @param limit empty where there is none
 * @param used approximate; includes what others sent over the same account
 */
public record QuotaReading(OptionalLong limit, long used) {}
