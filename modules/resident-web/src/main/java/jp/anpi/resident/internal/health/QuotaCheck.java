package jp.anpi.resident.internal.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.anpi.messaging.QuotaStatus;
import jp.anpi.messaging.Quotas;
import jp.anpi.resident.internal.Question;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * How the month's messages stand, as {@code quota} (E-9): of the organization that is worst off, with the numbers of
 * recipients. Always UP: a restart brings no more of them.
 */
@Readiness
@ApplicationScoped
public class QuotaCheck implements HealthCheck {

    @Inject
    private Arrival arrival;

    @Inject
    private Quotas quotas;

    @Inject
    private Question<List<QuotaStatus>> question;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("quota").up();
        try {
            if (arrival.isComplete()) {
                worst(question.ask(quotas::all)).ifPresent(status -> tell(status, answer));
            }
        } catch (Question.Unanswered unanswered) {
            answer.withData("reason", unanswered.getMessage());
        }
        return answer.build();
    }

    /** Of equally bad ones the first. */
    private static Optional<QuotaStatus> worst(List<QuotaStatus> all) {
        return all.stream().reduce((one, other) -> other.level().compareTo(one.level()) > 0 ? other : one);
    }

    private static void tell(QuotaStatus status, HealthCheckResponseBuilder answer) {
        answer.withData("level", status.level().name()).withData("organization", status.organizationId());
        status.limit().ifPresent(limit -> answer.withData("limit", limit).withData("reserve", status.reserve()));
        status.used().ifPresent(used -> answer.withData("used", used));
        status.remaining().ifPresent(remaining -> answer.withData("remaining", remaining));
        if (!status.held().isEmpty()) {
            answer.withData(
                    "held", status.held().stream().map(QuotaCheck::words).collect(Collectors.joining(", ")));
        }
    }

    private static String words(QuotaStatus.Held held) {
        return held.recipients() + " " + held.priority() + " since " + held.since();
    }
}
