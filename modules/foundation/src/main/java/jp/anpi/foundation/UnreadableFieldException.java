package jp.anpi.foundation;

/** A sealed value does not open: another place's, damaged, or of a key that is gone. Says nothing of what it held. */
public class UnreadableFieldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableFieldException(FieldPlace place, Throwable cause) {
        super("A value of " + place.column() + " cannot be opened", cause);
    }
}
