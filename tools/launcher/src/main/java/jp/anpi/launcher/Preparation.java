package jp.anpi.launcher;

/** {@code prepare}: what the first start after a build would otherwise have to do. */
final class Preparation {

    private final Console console;

    Preparation(Console console) {
        this.console = console;
    }

    int run() {
        Installation installation = Installation.locate();
        console.step("Unpacking PostgreSQL and Payara Micro (once)");
        installation.postgresBinaries();
        installation.payara();
        return 0;
    }
}
