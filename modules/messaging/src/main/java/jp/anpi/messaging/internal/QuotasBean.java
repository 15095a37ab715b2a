package jp.anpi.messaging.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.anpi.messaging.QuotaStatus;
import jp.anpi.messaging.Quotas;

/** The month's messages as others see them. */
@ApplicationScoped
public class QuotasBean implements Quotas {

    @Inject
    private QuotaTable quotas;

    @Inject
    private HeldTable held;

    @Inject
    private Clock clock;

    @Override
    public List<QuotaStatus> all() {
        Instant now = clock.instant();
        return quotas.all().stream().map(quota -> status(quota, now)).toList();
    }

    @Override
    public Optional<QuotaStatus> of(int organizationId) {
        return all().stream()
                .filter(status -> status.organizationId() == organizationId)
                .findFirst();
    }

    private QuotaStatus status(MessageQuota quota, Instant now) {
        return new QuotaStatus(
                quota.organizationId(),
                quota.levelAt(now),
                quota.limit(),
                quota.readInMonthOf(now) ? OptionalLong.of(quota.used() + quota.sent()) : OptionalLong.empty(),
                quota.remaining(now),
                quota.reserve(),
                quota.readAt(),
                held.held(quota.organizationId()));
    }
}
