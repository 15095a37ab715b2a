package jp.anpi.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.foundation.AuditLog.Entry;
import org.junit.jupiter.api.Test;

/** Whatever of an entry is changed, its digest is another one. */
class AuditChainTest {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00Z");
    private static final byte[] BEFORE = {1};

    @Test
    void every_part_of_an_entry_and_the_one_before_it_are_sealed() {
        Entry entry = entry(1, "sato", "LOOKED", "1042-7", "incident 5", "::1");

        Set<String> digests = Stream.of(
                        AuditChain.digest(BEFORE, entry),
                        AuditChain.digest(new byte[] {2}, entry),
                        AuditChain.digest(BEFORE, entry(2, "sato", "LOOKED", "1042-7", "incident 5", "::1")),
                        AuditChain.digest(BEFORE, entry(1, "satoL", "OOKED", "1042-7", "incident 5", "::1")),
                        AuditChain.digest(BEFORE, entry(1, "sato", "LOOKED", "1042-71", "incident 5", "::1")),
                        AuditChain.digest(BEFORE, entry(1, "sato", "LOOKED", "1042-7", "incident 6", "::1")),
                        AuditChain.digest(BEFORE, entry(1, "sato", "LOOKED", "1042-7", "incident 5", "::2")))
                .map(HexFormat.of()::formatHex)
                .collect(Collectors.toSet());

        assertThat(digests).hasSize(7);
    }

    private static Entry entry(int staff, String name, String action, String about, String note, String address) {
        return new Entry(1, NOON, Optional.of(staff), name, action, Optional.of(about), Optional.of(note), address);
    }
}
