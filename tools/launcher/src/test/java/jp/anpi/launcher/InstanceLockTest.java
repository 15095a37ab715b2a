package jp.anpi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceLockTest {

    @TempDir
    private Path directory;

    @Test
    void keeps_a_second_instance_away_until_it_is_released() throws IOException {
        InstanceLock first = InstanceLock.acquire(directory);

        assertThat(InstanceLock.isHeld(directory)).isTrue();
        assertThatExceptionOfType(LaunchFailure.class)
                .isThrownBy(() -> InstanceLock.acquire(directory))
                .withMessageContaining("another instance");

        first.close();
        assertThat(InstanceLock.isHeld(directory)).isFalse();
        InstanceLock.acquire(directory).close();
    }

    @Test
    void nothing_is_held_where_nothing_ever_ran() {
        assertThat(InstanceLock.isHeld(directory.resolve("nowhere"))).isFalse();
    }
}
