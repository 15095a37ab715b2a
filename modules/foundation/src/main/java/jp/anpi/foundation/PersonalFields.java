package jp.anpi.foundation;

/**
 * Seals what is personal before it is written to the database, and opens it again.
 *
 * <p>The keys stand in a file outside the database ({@code anpi.keys.file}), so that a copy of the database alone shows
 * nothing. A sealed value belongs to its place: moved to another column or organization it does not open.
 */
public interface PersonalFields {

    /** Encrypts with the newest key; the same text never gives the same bytes twice. */
    byte[] seal(FieldPlace place, String text);

    /**
     * Decrypts what {@link #seal} made in this place, with this key or an earlier one.
     *
     * @throws UnreadableFieldException when it was sealed elsewhere or with a key that is not there (any more)
     */
    String open(FieldPlace place, byte[] sealed);
}
