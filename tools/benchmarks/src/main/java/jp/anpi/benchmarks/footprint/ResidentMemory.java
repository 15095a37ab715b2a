package jp.anpi.benchmarks.footprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What Linux says of a process's memory, in megabytes. */
final class ResidentMemory {

    private ResidentMemory() {}

    /** What the process holds in memory now; empty where this is no Linux, or the process is gone. */
    static OptionalDouble of(long pid) {
        return field(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:");
    }

    /** The same of a process and all it has started, what they share counted once. */
    static double ofFamily(ProcessHandle parent) {
        return Stream.concat(Stream.of(parent), parent.descendants())
                .map(process -> field(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"), "Pss:"))
                .flatMapToDouble(
                        found -> found.isPresent() ? DoubleStream.of(found.getAsDouble()) : DoubleStream.empty())
                .sum();
    }

    private static OptionalDouble field(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst();
        } catch (IOException unknown) {
            return OptionalDouble.empty();
        }
    }
}
