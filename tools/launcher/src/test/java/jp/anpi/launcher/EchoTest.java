package jp.anpi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EchoTest {

    @Test
    void a_reader_gets_the_lines_in_their_order() throws InterruptedException {
        BlockingQueue<String> read = new LinkedBlockingQueue<>();
        Echo echo = Echo.to(read::add);

        List<String> lines = IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        lines.forEach(echo);

        for (String line : lines) {
            assertThat(read.poll(10, TimeUnit.SECONDS)).isEqualTo(line);
        }
    }

    @Test
    void a_reader_that_never_reads_holds_nobody_up() {
        CountDownLatch never = new CountDownLatch(1);
        Echo echo = Echo.to(line -> Await.until(Duration.ofMinutes(5), () -> never.getCount() == 0));

        for (int i = 0; i < 100_000; i++) {
            echo.accept("line " + i);
        }

        never.countDown();
    }
}
