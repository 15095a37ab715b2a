package jp.anpi.launcher;

import java.io.IOException;
import jp.anpi.foundation.FirstPasswordFile;
import jp.anpi.foundation.Settings;

/** Says where staff sign in, and hands over the generated password of the first system administrator, once. */
final class StaffDoor {

    private final Console console;

    StaffDoor(Console console) {
        this.console = console;
    }

    void print(Settings settings) {
        console.line("  Staff pages     " + settings.publicUrl() + "/admin/");
        try {
            FirstPasswordFile.in(settings.dataDirectory())
                    .take()
                    .ifPresent(password -> console.line("                  user "
                            + settings.administrator().user() + ", password " + password
                            + " (shown this once; it has to be changed)"));
        } catch (IOException unreadable) {
            console.line("                  the first password stands in "
                    + FirstPasswordFile.in(settings.dataDirectory()).path() + ", which cannot be read here");
        }
    }
}
