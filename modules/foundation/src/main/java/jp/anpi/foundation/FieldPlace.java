package jp.anpi.foundation;

/**
 * Where a sealed value stands.
 *
 * @param column table and column, for example {@code contact_address.sealed}
 */
public record FieldPlace(int organizationId, String column) {}
