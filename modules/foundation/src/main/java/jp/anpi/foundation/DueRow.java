package jp.anpi.foundation;

/**
 * A row that is due.
 *
 * @param key names the row among those of its kind, and nobody
 */
public record DueRow(int organizationId, String key) {

    public DueRow(int organizationId, long id) {
        this(organizationId, Long.toString(id));
    }

    /** The key of a row whose keys are numbers. */
    public long id() {
        return Long.parseLong(key);
    }
}
