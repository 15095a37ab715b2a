package jp.anpi.foundation.internal.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import jp.anpi.foundation.Keyset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a pulse fails nothing due is worked: keys that are of no use must not keep questions and alerts back (E-20). */
class KeysetPulseTest {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");

    private final KeysetPulse pulse = new KeysetPulse();
    private int kept;
    private boolean broken = true;

    @TempDir
    private Path directory;

    @BeforeEach
    void keys_that_cannot_be_registered() throws IOException {
        Path file = directory.resolve("keys.json");
        Keyset.create().write(file);
        pulse.keyring = new Keyring(file);
        pulse.register = new KeyRegister() {
            @Override
            public void keep() {
                if (broken) {
                    throw new IllegalStateException("The keyset holds keys of another kind");
                }
                kept++;
            }
        };
        pulse.start();
    }

    @Test
    void e20_keys_that_fail_in_whatever_way_stop_no_pulse_and_are_tried_again() {
        pulse.beat(NOON);
        broken = false;
        pulse.beat(NOON.plusSeconds(1));
        pulse.beat(NOON.plusSeconds(2));

        assertThat(kept).as("once they can be used").isOne();
    }
}
