package jp.anpi.resident.internal.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.anpi.foundation.WorkLoop;
import jp.anpi.line.ChannelStanding;
import jp.anpi.messaging.ContactWay;
import jp.anpi.messaging.UrgentChannels;
import jp.anpi.resident.internal.Question;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * The database answers, this node's clock agrees with it, and no due work is more than five minutes late (E-21). Also
 * tells, as {@code setAside}, how many rows fail and wait, as {@code missing}, which properties are not set to speak with
 * LINE, and as {@code failing} which way beside LINE does not work: none is a reason not to be ready.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

    private static final String NAME = "ready";

    @Inject
    private Arrival arrival;

    @Inject
    private Readings readings;

    @Inject
    private WorkLoop workLoop;

    @Inject
    private ChannelStanding channels;

    @Inject
    private UrgentChannels urgent;

    @Inject
    private Question<Readings.Reading> question;

    @Override
    public HealthCheckResponse call() {
        if (!arrival.isComplete()) {
            return down("starting");
        }
        Optional<String> standstill = workLoop.standstill();
        if (standstill.isPresent()) {
            return down(standstill.get());
        }
        try {
            return answer(question.ask(readings::take));
        } catch (Question.Unanswered unanswered) {
            return down(unanswered.getMessage());
        }
    }

    /** Without credentials of LINE the rest works, and a restart would not bring them: that is told, not DOWN. */
    private HealthCheckResponse answer(Readings.Reading reading) {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME)
                .status(reading.lateness().bearable())
                .withData("secondsLate", reading.lateness().late().toSeconds())
                .withData("setAside", reading.setAside());
        List<String> missing = channels.missing();
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
