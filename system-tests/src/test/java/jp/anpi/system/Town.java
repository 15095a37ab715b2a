package jp.anpi.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import jp.anpi.launcher.EmbeddedDatabase;
import jp.anpi.launcher.Installation;
import jp.anpi.launcher.Instance;
import jp.anpi.launcher.ProductProcess;
import jp.anpi.launcher.PropertySources;
import jp.anpi.launcher.demo.DevClock;
import jp.anpi.simulator.LineSimulator;
import jp.anpi.simulator.SimulatorOptions;

/**
 * One installation of the product with its database, its LINE and its clock.
 *
 * <p>{@link #shared()} is started once for all tests of a run; each test adds people of its own and moves the common
 * clock. Tests that stop, kill or configure the product make a town of their own.
 */
final class Town implements AutoCloseable {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final String SECRET = "system-test-channel-secret";
    static final String TOKEN = "system-test-channel-token";
    static final String STAFF_PASSWORD = "system-test-staff-password";
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final Map<String, Town> SHARED = new HashMap<>();

    private Path directory;
    private final int port;
    private final Map<String, String> properties;
    private final LineSimulator line;
    private Instance instance;
    private volatile DevClock clock;

    /** What the clock shows; null while it moves. */
    private volatile Instant standing = Instant.parse("2026-11-21T22:00:00Z");

    private Town(Map<String, String> given) {
        try {
            directory = Files.createTempDirectory("anpi-town");
            port = freePort();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        line = LineSimulator.start(SimulatorOptions.defaults()
                .withPort(0)
                .withWebhookUrl(URI.create("http://localhost:" + port + "/line/webhook"))
                .withChannelSecret(SECRET)
                .withChannelAccessToken(TOKEN)
                .withSimulatedClock(this::now));
        properties = new HashMap<>(Map.of(
                "anpi.http.port",
                Integer.toString(port),
                "anpi.data.dir",
                directory.toString(),
                "anpi.profile",
                "dev",
                "anpi.clock",
                "manual:2026-11-22T07:00:00+09:00",
                "anpi.line.api-base-url",
                line.url().toString(),
                "anpi.line.data-base-url",
                line.url().toString(),
                "anpi.line.channel-secret",
                SECRET,
                "anpi.line.channel-access-token",
                TOKEN,
                "anpi.admin.password",
                STAFF_PASSWORD));
        properties.put("anpi.organization.name", "みどり市見守りサービス");
        properties.putAll(given);
        start();
    }

    /** The town that tests share, with the preset {@code CONNECT_HEART}. */
    static Town shared() {
        return shared("CONNECT_HEART");
    }

    /** The town with this preset that tests share. */
    static synchronized Town shared(String preset) {
        return SHARED.computeIfAbsent(preset, name -> {
            Town town = new Town(Map.of("anpi.organization.preset", name));
            Runtime.getRuntime().addShutdownHook(new Thread(town::close));
            return town;
        });
    }

    /** Ends a shared town that no other class asks for. */
    static synchronized void end(String preset) {
        Town town = SHARED.remove(preset);
        if (town != null) {
            town.close();
        }
    }

    static synchronized List<Town> allShared() {
        return List.copyOf(SHARED.values());
    }

    /** A town of one's own. */
    static Town with(Map<String, String> properties) {
        return new Town(properties);
    }

    void start() {
        instance = Instance.start(
                Installation.locate(), PropertySources.of(properties), ProductProcess.Options.quick(), step -> {});
        instance.awaitReady();
        clock = new DevClock(instance.address());
        standing = clock.now();
    }

    /** Starts again on a later clock: an outage of that length (E-8). */
    void startAt(Instant clockStart) {
        properties.put("anpi.clock", "manual:" + clockStart);
        start();
    }

    /** From the next start on the product has these settings. */
    void configure(Map<String, String> changed) {
        properties.putAll(changed);
    }

    /** From the next start on the product works with these files, on the same port with the same LINE. */
    void moveTo(Path newDirectory) {
        directory = newDirectory;
        properties.put("anpi.data.dir", newDirectory.toString());
    }

    /** What the product was started with, as a file for {@code --config}. */
    Path configuration() {
        try {
            Path file = Files.createTempFile("anpi-town", ".properties");
            Properties entries = new Properties();
            entries.putAll(properties);
            try (Writer writer = Files.newBufferedWriter(file)) {
                entries.store(writer, null);
            }
            return file;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Ends the product at once, its database too, as a power failure would. */
    void kill9() {
        rememberTheTime();
        instance.kill9();
    }

    /** Ends the product as SIGTERM does. */
    void stop() {
        rememberTheTime();
        instance.stop();
    }

    /** For LINE's clock, which is the product's as long as that runs. */
    private void rememberTheTime() {
        standing = now();
        clock = null;
    }

    /** What the product was started with. */
    PropertySources settings() {
        return PropertySources.of(properties);
    }

    /** The product stays alive while its database is stopped. */
    void withoutDatabase(Runnable meanwhile) {
        EmbeddedDatabase database = instance.database().orElseThrow();
        database.stop();
        meanwhile.run();
        database.startAgain();
    }

    ProductProcess product() {
        return instance.product();
    }

    LineSimulator line() {
        return line;
    }

    URI address() {
        return instance.address();
    }

    Path directory() {
        return directory;
    }

    /** A person with a phone whom no other test knows. */
    Person person() {
        return new Person(this, line.addPhone("住民" + NAMES.incrementAndGet()));
    }

    /** A participant who was registered through the conversation. */
    Person participant(String interval, int hour) {
        return person().registerAsParticipant(interval, hour);
    }

    /** The product's clock moves only while it is moved, so that nothing need be asked in between. */
    Instant now() {
        Instant known = standing;
        return known == null ? clock.now() : known;
    }

    LocalDateTime localNow() {
        return LocalDateTime.ofInstant(now(), TOKYO);
    }

    void settle() {
        clock.settle();
    }

    void advanceHours(long hours) {
        advance(Duration.ofHours(hours));
    }

    void advanceMinutes(long minutes) {
        advance(Duration.ofMinutes(minutes));
    }

    /** Where that fails, only the product knows how much time has passed. */
    void advance(Duration by) {
        standing = null;
        standing = clock.advance(by);
    }

    /** Moves to the next time that the clock shows this hour and minute. */
    void advanceToNext(int hour, int minute) {
        LocalDateTime now = localNow();
        LocalDateTime target = now.toLocalDate().atTime(hour, minute);
        advanceTo(target.isAfter(now) ? target : target.plusDays(1));
    }

    /**
     * Moves as little as possible to half past an hour of the day, when late messages may be sent too.
     *
     * @return the hour that comes next
     */
    int advanceToHalfPast() {
        LocalDateTime now = localNow();
        LocalDateTime half = now.truncatedTo(ChronoUnit.HOURS).plusMinutes(30);
        while (half.isBefore(now) || half.getHour() < 7 || half.getHour() > 15) {
            half = half.plusHours(1);
        }
        advanceTo(half);
        return half.getHour() + 1;
    }

    void advanceTo(LocalDateTime local) {
        advance(Duration.between(now(), local.atZone(TOKYO).toInstant()));
    }

    EmbeddedDatabase database() {
        return instance.database().orElseThrow();
    }

    /** What stands in the product's database. */
    Records records() {
        var database = instance.database().orElseThrow();
        return new Records(database.url(), database.user(), database.password());
    }

    @Override
    public void close() {
        instance.close();
        line.close();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
