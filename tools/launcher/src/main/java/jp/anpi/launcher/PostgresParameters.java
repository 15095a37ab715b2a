package jp.anpi.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the embedded PostgreSQL is set for a small machine that nevertheless must not lose a row. */
final class PostgresParameters {

    private PostgresParameters() {}

    /** Arguments of {@code postgres}; they stand above what its configuration file says. */
    static List<String> arguments(int port) {
        Map<String, String> parameters = new LinkedHashMap<>();
        // Reached from this machine alone, and by password.
        parameters.put("listen_addresses", "127.0.0.1");
        parameters.put("port", Integer.toString(port));
        parameters.put("unix_socket_directories", "");
        parameters.put("max_connections", "100");
        // What was committed stays, whatever happens to power and process.
        parameters.put("fsync", "on");
        parameters.put("synchronous_commit", "on");
        parameters.put("full_page_writes", "on");
        // Two cores, a few gigabytes, a solid state disk.
        parameters.put("shared_buffers", "256MB");
        parameters.put("effective_cache_size", "1GB");
        parameters.put("work_mem", "8MB");
        parameters.put("maintenance_work_mem", "128MB");
        parameters.put("min_wal_size", "256MB");
        parameters.put("max_wal_size", "2GB");
        parameters.put("checkpoint_timeout", "10min");
        parameters.put("random_page_cost", "1.1");
        parameters.put("max_parallel_workers_per_gather", "1");
        // Short statements: compiling them costs more than it saves.
        parameters.put("jit", "off");
        // A transaction that someone forgot would hold claimed rows for ever.
        parameters.put("idle_in_transaction_session_timeout", "60s");
        parameters.put("log_min_messages", "warning");
        // Details and statements quote the values of a row: whose it is, and what a person typed.
        parameters.put("log_error_verbosity", "terse");
        parameters.put("log_min_error_statement", "panic");
        parameters.put("timezone", "UTC");
        parameters.put("log_timezone", "UTC");
        List<String> arguments = new ArrayList<>();
        parameters.forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        return arguments;
    }
}
