package jp.anpi.foundation;

/** A setting that stops the start: says the property's name, its value and what is allowed. */
public class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidSettingException(String property, String value, String allowed) {
        super(property + " = '" + value + "' is not possible. Allowed: " + allowed);
    }
}
