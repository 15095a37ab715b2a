package jp.anpi.foundation;

/**
 * A column that holds sealed values, produced as a bean by whoever owns the table, so that a rotation of the keys
 * reaches it.
 *
 * <p>The table has an {@code organization_id}, and an index on {@code substring(<column> from 2 for 4)}, which is the key
 * that sealed the value: looking for what an old key still holds costs what it holds, not the table.
 *
 * @param table its name
 * @param key column of whole numbers that names a row
 * @param column column of type {@code bytea}
 */
public record SealedColumn(String table, String key, String column) {

    /** The place of its values in one organization. */
    public FieldPlace in(int organizationId) {
        return new FieldPlace(organizationId, table + "." + column);
    }
}
