package jp.anpi.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a backup holds.
 *
 * @param schema version of the newest migration that had been applied
 * @param madeAt when it was begun
 * @param tables by name
 * @param partitions their bounds by name, with the parent before
 * @param sequences the value that each gives next
 */
public record Manifest(
        String schema,
        Instant madeAt,
        Map<String, Table> tables,
        Map<String, Partition> partitions,
        Map<String, Long> sequences) {

    static final String ENTRY = "manifest.properties";
    private static final String FORMAT = "1";

    /** A table's columns and how many rows it has. */
    public record Table(List<String> columns, long rows) {}

    /** A month's part of a table. */
    public record Partition(String parent, String bounds) {}

    /** All rows of all tables. */
    public long rows() {
        return tables.values().stream().mapToLong(Table::rows).sum();
    }

    /** @throws IllegalArgumentException for a name or a bound that no backup of ours can hold */
    Manifest checked(Pattern name, Pattern bounds) {
        Stream.of(
                        tables.keySet().stream(),
                        tables.values().stream().flatMap(table -> table.columns().stream()),
                        partitions.keySet().stream(),
                        partitions.values().stream().map(Partition::parent),
                        sequences.keySet().stream())
                .flatMap(names -> names)
                .filter(each -> !name.matcher(each).matches())
                .findFirst()
                .ifPresent(each -> {
                    throw new IllegalArgumentException("strange name in its manifest");
                });
        if (!partitions.values().stream()
                .allMatch(each -> bounds.matcher(each.bounds()).matches())) {
            throw new IllegalArgumentException("strange bounds in its manifest");
        }
        return this;
    }

    void write(OutputStream out) throws IOException {
        Properties entries = new Properties();
        entries.setProperty("format", FORMAT);
        entries.setProperty("schema", schema);
        entries.setProperty("made-at", madeAt.toString());
        tables.forEach((name, table) -> {
            entries.setProperty("columns." + name, String.join(",", table.columns()));
            entries.setProperty("rows." + name, Long.toString(table.rows()));
        });
        partitions.forEach((name, partition) -> {
            entries.setProperty("parent." + name, partition.parent());
            entries.setProperty("bounds." + name, partition.bounds());
        });
        sequences.forEach((name, next) -> entries.setProperty("next." + name, Long.toString(next)));
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        entries.store(writer, null);
    }

    /** @throws IOException where this is no manifest, or one of another kind of backup */
    static Manifest read(InputStream in) throws IOException {
        Properties entries = new Properties();
        entries.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        if (!FORMAT.equals(entries.getProperty("format"))) {
            throw new IOException("format " + entries.getProperty("format") + " is not known");
        }
        Map<String, Table> tables = new TreeMap<>();
        named(entries, "columns.")
                .forEach((name, columns) -> tables.put(
                        name,
                        new Table(
                                Arrays.asList(columns.split(",")),
                                Long.parseLong(entries.getProperty("rows." + name)))));
        Map<String, Partition> partitions = new TreeMap<>();
        named(entries, "parent.")
                .forEach((name, parent) ->
                        partitions.put(name, new Partition(parent, entries.getProperty("bounds." + name))));
        Map<String, Long> sequences = new TreeMap<>();
        named(entries, "next.").forEach((name, next) -> sequences.put(name, Long.valueOf(next)));
        return new Manifest(
                entries.getProperty("schema"),
                Instant.parse(entries.getProperty("made-at")),
                tables,
                partitions,
                sequences);
    }

    private static Map<String, String> named(Properties entries, String prefix) {
        return entries.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(name -> name.substring(prefix.length()), entries::getProperty));
    }
}
