package jp.anpi.resident.internal.edge;

/**
 * What may be asked of an address. Only where a body is expected may one be sent: reading it holds a thread, and a
 * stranger may send it as slowly as he likes.
 */
final class Methods {

    private static final String READING = "GET, HEAD";
    private static final String FORMS = READING + ", POST";

    private Methods() {}

    /** @param path within the application */
    static boolean allow(String method, String path) {
        return switch (method) {
            case "GET", "HEAD" -> true;
            case "POST" -> takesForms(path) || answersItself(path);
            default -> answersItself(path);
        };
    }

    /** The value of the header {@code Allow} where {@link #allow} says no. */
    static String allowed(String path) {
        return takesForms(path) ? FORMS : READING;
    }

    private static boolean takesForms(String path) {
        return path.startsWith("/my/") || path.startsWith("/admin/");
    }

    /** Servlets that say by themselves what they take. */
    private static boolean answersItself(String path) {
        return path.equals("/line/webhook")
                || path.startsWith("/line/webhook/")
                || path.startsWith("/dev/clock")
                || path.startsWith("/my/open/");
    }
}
