package jp.anpi.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Writes what the product prints to files that rotate, and hands each line on. */
final class ProductLog {

    private static final int BYTES_PER_FILE = 10_000_000;
    private static final int FILES = 5;

    private final Path file;
    private final FileHandler handler;

    private ProductLog(Path file, FileHandler handler) {
        this.file = file;
        this.handler = handler;
    }

    /** Opens {@code logs/anpi.0.log} of a data directory; older ones have higher numbers. */
    static ProductLog open(Path dataDirectory) {
        Path directory = dataDirectory.resolve("logs");
        try {
            Files.createDirectories(directory);
            String pattern = directory.toString().replace("%", "%%") + "/anpi.%g.log";
            FileHandler handler = new FileHandler(pattern, BYTES_PER_FILE, FILES, true);
            handler.setEncoding(StandardCharsets.UTF_8.name());
            handler.setFormatter(new LineFormatter());
            return new ProductLog(directory.resolve("anpi.0.log"), handler);
        } catch (IOException unwritable) {
            throw new LaunchFailure("the log cannot be written to " + directory, unwritable);
        }
    }

    /** The file being written. */
    Path file() {
        return file;
    }

    /** Reads a process's output to its end in a thread of its own. */
    Thread follow(InputStream output, Consumer<String> line) {
        Thread reader = new Thread(() -> copy(output, line), "product-log");
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    private void copy(InputStream output, Consumer<String> line) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                handler.publish(new LogRecord(Level.INFO, text));
                line.accept(text);
            }
        } catch (IOException processGone) {
            // Its exit is seen elsewhere; there is nothing more to read.
        } finally {
            handler.close();
        }
    }

    private static final class LineFormatter extends Formatter {
        @Override
        public String format(LogRecord line) {
            return line.getMessage() + System.lineSeparator();
        }
    }
}
