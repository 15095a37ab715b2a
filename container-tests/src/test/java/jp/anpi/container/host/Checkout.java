package jp.anpi.container.host;

import java.nio.file.Path;

/** What the checkout holds for whoever installs the product. */
public final class Checkout {

    private Checkout() {}

    /** A file of {@code payara-config}. */
    public static Path payaraConfig(String name) {
        return Path.of("../payara-config", name).toAbsolutePath().normalize();
    }

    /** The enterprise archive as it is delivered. */
    public static Path archive() {
        return Path.of(System.getProperty("anpi.test.archive")).toAbsolutePath().normalize();
    }

    /** Where tests may leave files. */
    static Path workplace() {
        return Path.of(System.getProperty("anpi.test.directory")).toAbsolutePath();
    }

    static Path payara() {
        return Path.of(System.getProperty("anpi.test.payara")).toAbsolutePath();
    }
}
