package jp.anpi.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ./anpi status} and {@code ./anpi stop}: looks at the data directory, not at the terminal that started it. */
final class Control {

    private static final int NOTHING_RUNS = 3;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(35);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private final Console console;

    Control(Console console) {
        this.console = console;
    }

    /** Exit code 0 when something runs, 3 when nothing does. */
    int status(CommandLine line) {
        List<Path> running = directories(line).filter(InstanceLock::isHeld).toList();
        running.forEach(this::describe);
        if (running.isEmpty()) {
            directories(line)
                    .filter(Control::hasOrphans)
                    .forEach(directory -> console.line("A launcher was killed in " + directory
                            + " and left processes behind; ./anpi stop ends them."));
            console.line("Nothing is running in " + line.properties().settings().dataDirectory() + ".");
            return NOTHING_RUNS;
        }
        return 0;
    }

    /** Ends what runs; that nothing runs is success too. */
    int stop(CommandLine line) {
        List<Path> directories = directories(line).toList();
        long stopped = directories.stream().filter(this::stopIn).count();
        if (stopped == 0) {
            console.line("Nothing was running in " + directories.get(0) + ".");
        }
        return 0;
    }

    /** The data directory and the one that a demonstration uses when none was named. */
    private static Stream<Path> directories(CommandLine line) {
        Path directory = line.properties().settings().dataDirectory();
        return Stream.of(directory, directory.resolve("demo"));
    }

    private static boolean hasOrphans(Path directory) {
        return ProductProcess.hasOrphans(directory)
                || !ProcessTable.withWorkingDirectory(new PostgresLocation(directory).cluster())
                        .isEmpty();
    }

    private void describe(Path directory) {
        Optional<PidFile> file = PidFile.read(directory);
        if (file.isEmpty()) {
            console.line("Starting or stopping in " + directory + ".");
            return;
        }
        PidFile running = file.get();
        console.line("anpi " + running.command() + " is running (process " + running.pid() + ").");
        console.line("  Since           " + LOCAL.format(running.since().atZone(ZoneId.systemDefault())));
        Readiness readiness = Readiness.at(running.address());
        console.line("  Health          " + readiness.words());
        console.line("  Address         " + running.address());
        console.line("  Links to phones " + running.publicUrl());
        if (!running.simulator().isEmpty()) {
            console.line("  LINE simulator  " + running.simulator());
        }
        console.line("  Database        " + running.database());
        console.line("  Data and logs   " + directory);
        readiness.missing().ifPresent(missing -> console.warning("not connected to LINE; missing: " + missing));
    }

    private boolean stopIn(Path directory) {
        boolean held = InstanceLock.isHeld(directory);
        Optional<ProcessHandle> launcher =
                held ? PidFile.read(directory).map(PidFile::pid).flatMap(ProcessHandle::of) : Optional.empty();
        if (launcher.isPresent()) {
            console.step("Stopping process " + launcher.get().pid() + " in " + directory);
            launcher.get().destroy();
            if (!ProcessTable.awaitEnd(List.of(launcher.get()), STOP_LIMIT)) {
                launcher.get().destroyForcibly();
            }
        }
        // What a killed launcher left running is ours to end as well.
        boolean application = ProductProcess.endOrphans(directory);
        boolean database = PostgresOrphan.endAllIn(new PostgresLocation(directory).cluster());
        boolean any = launcher.isPresent() || application || database;
        if (any) {
            PidFile.delete(directory);
            console.line("Stopped.");
        }
        return any;
    }
}
