package jp.anpi.line.internal.render;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 今日の名言: the collection, in an order that mixes our own with the classics (R-018).
 *
 * <p>Chosen by the date alone: everyone reads the same, so that one multicast carries 500 questions (E-19), and none
 * comes again before all have been read.
 */
@ApplicationScoped
public class Quotations {

    private static final String RESOURCE = "/jp/anpi/line/quotations.txt";

    private final List<Quotation> all;

    public Quotations() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Quotations.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            all = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Quotations::parsed)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Quotation on(LocalDate day) {
        return all.get((int) Math.floorMod(day.toEpochDay(), (long) all.size()));
    }

    List<Quotation> all() {
        return all;
    }

    private static Quotation parsed(String line) {
        String[] parts = line.split("\t", 2);
        return new Quotation(parts[0], parts.length == 1 ? Optional.empty() : Optional.of(parts[1]));
    }
}
