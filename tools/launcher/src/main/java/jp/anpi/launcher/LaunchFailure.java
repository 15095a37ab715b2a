package jp.anpi.launcher;

/** Something that the person who starts Anpi can put right; the message is one line that says what and how. */
public final class LaunchFailure extends RuntimeException {

    /** Exit code of the process for a setting that cannot be. */
    public static final int WRONG_SETTING = 2;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** A failure that ends the launcher with exit code 1. */
    public LaunchFailure(String message) {
        this(1, message);
    }

    /** A failure with an exit code of its own. */
    public LaunchFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A failure with the cause that a developer may want to see. */
    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
        this.exitCode = 1;
    }

    /** What the launcher's process ends with. */
    public int exitCode() {
        return exitCode;
    }
}
