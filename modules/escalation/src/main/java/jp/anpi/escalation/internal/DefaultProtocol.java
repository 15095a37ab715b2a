package jp.anpi.escalation.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.anpi.escalation.EmergencyCall;
import jp.anpi.escalation.ResponseProtocol.Draft;

/** The checklist that an organization starts with: one step a line, after the call that it demands, or after a dash. */
final class DefaultProtocol {

    private static final String RESOURCE = "default-protocol.txt";

    private DefaultProtocol() {}

    static List<Draft> steps() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(DefaultProtocol.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            return lines.lines().map(DefaultProtocol::step).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Draft step(String line) {
        String[] parts = line.split(" ", 2);
        Optional<EmergencyCall> call =
                parts[0].equals("-") ? Optional.empty() : Optional.of(EmergencyCall.valueOf(parts[0]));
        return new Draft(parts[1], call);
    }
}
