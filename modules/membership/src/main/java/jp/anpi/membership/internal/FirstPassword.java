package jp.anpi.membership.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import jp.anpi.foundation.FirstPasswordFile;
import jp.anpi.foundation.Settings;

/** The {@link FirstPasswordFile} of this installation. */
@ApplicationScoped
public class FirstPassword {

    private FirstPasswordFile file;

    /** For the proxy. */
    public FirstPassword() {}

    @Inject
    FirstPassword(Settings settings) {
        file = FirstPasswordFile.in(settings.dataDirectory());
    }

    /** @return where it stands now */
    Path keep(String password) {
        try {
            file.write(password);
            return file.path();
        } catch (IOException impossible) {
            throw new UncheckedIOException("The first password cannot be written", impossible);
        }
    }

    void forget() {
        try {
            file.remove();
        } catch (IOException impossible) {
            throw new UncheckedIOException("The first password cannot be removed", impossible);
        }
    }
}
