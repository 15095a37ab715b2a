package jp.anpi.foundation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One warning when due work begins to be late, one word when that is over (E-21). */
class LatenessWatchTest {

    private static final Instant DUE = Instant.parse("2026-11-22T08:00:00Z");

    private final Logger logger = Logger.getLogger(LatenessWatch.class.getName());
    private final Log log = new Log();

    @BeforeEach
    void listen() {
        logger.addHandler(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(log);
    }

    @Test
    void e21_lateness_is_told_when_it_begins_and_when_it_is_over() {
        FakeWork work = new FakeWork().due(DUE);
        Instant[] now = {DUE};
        Clock clock = clock(now);
        LatenessWatch watch = new LatenessWatch(new DueWorkLoop(
                clock,
                List.of(work),
                List.of(),
                new ClockAgreement(clock, clock::instant, System::nanoTime),
                FakeWork::dates));

        for (int seconds : List.of(0, 300, 301, 330, 360, 900)) {
            now[0] = DUE.plusSeconds(seconds);
            watch.beat(now[0]);
        }
        assertThat(log.lines).containsExactly("WARNING DUE WORK IS LATE: fake by 330 s");

        work.runSlice(now[0]);
        for (int seconds : List.of(930, 960)) {
            now[0] = DUE.plusSeconds(seconds);
            watch.beat(now[0]);
        }
        assertThat(log.lines).hasSize(2).last().isEqualTo("INFO Due work is on time again");
    }

    private static Clock clock(Instant[] now) {
        return new Clock() {
            @Override
            public Instant instant() {
                return now[0];
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
    }

    private static final class Log extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
