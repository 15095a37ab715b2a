package jp.anpi.resident.internal.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import jp.anpi.foundation.Settings;
import jp.anpi.messaging.ContactWay;
import jp.anpi.messaging.UrgentChannels;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * The database answers, and no due work is more than five minutes late (E-21). Also tells, as {@code missing}, which
 * properties are not set to speak with LINE, and as {@code failing} which way beside LINE does not work.
 *
 * <p>Answers within seconds even where the database neither answers nor refuses: the question is put aside in one
 * background task, never more than one at a time.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

    private static final String NAME = "ready";
    private static final int PATIENCE_SECONDS = 3;

    @Inject
    private Arrival arrival;

    @Inject
    private Readings readings;

    @Inject
    private Settings settings;

    @Inject
    private UrgentChannels urgent;

    @Resource
    private ManagedExecutorService executor;

    private Future<Lateness> pending;

    @Override
    public synchronized HealthCheckResponse call() {
        if (!arrival.isComplete()) {
            return HealthCheckResponse.named(NAME)
                    .down()
                    .withData("reason", "starting")
                    .build();
        }
        try {
            if (pending == null) {
                pending = executor.submit(readings::take);
            }
            Lateness lateness = pending.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            pending = null;
            return answer(lateness);
        } catch (TimeoutException silent) {
            return down("the database does not answer");
        } catch (ExecutionException | RejectedExecutionException failed) {
            pending = null;
            return down("the database cannot be asked");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return down("stopping");
        }
    }

    /** Without credentials of LINE the rest works, and a restart would not bring them: that is told, not DOWN. */
    private HealthCheckResponse answer(Lateness lateness) {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME)
                .status(lateness.bearable())
                .withData("secondsLate", lateness.late().toSeconds());
        List<String> missing = settings.line().missing();
        if (!missing.isEmpty()) {
            answer = answer.withData("missing", String.join(", ", missing));
        }
        Set<ContactWay> failing = urgent.failing();
        if (!failing.isEmpty()) {
            answer = answer.withData(
                    "failing", failing.stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
        }
        return answer.build();
    }

    private static HealthCheckResponse down(String reason) {
        return HealthCheckResponse.named(NAME).down().withData("reason", reason).build();
    }
}
