package jp.anpi.admin.internal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.Lateness;
import jp.anpi.foundation.WorkLoop;
import jp.anpi.line.ChannelStanding;
import jp.anpi.membership.Organization;
import jp.anpi.messaging.QuotaLevel;
import jp.anpi.messaging.QuotaStatus;
import jp.anpi.messaging.Quotas;
import jp.anpi.scheduling.Outage;
import jp.anpi.scheduling.OutageHistory;
import jp.anpi.scheduling.OutageKind;

/** How the service itself is (E-8, E-9, E-21). */
@ApplicationScoped
public class Banners {

    @Inject
    private WorkLoop workLoop;

    @Inject
    private OutageHistory outages;

    @Inject
    private Quotas quotas;

    @Inject
    private ChannelStanding channels;

    Optional<QuotaStatus> quota(int organizationId) {
        return quotas.of(organizationId);
    }

    /** None where all is well. */
    List<Banner> of(Organization organization, Cards cards, Instant now) {
        List<Banner> banners = new ArrayList<>();
        workLoop.standstill().ifPresent(why -> banners.add(banner(true, "standstill", cards)));
        latest().map(late -> banner(true, "late", cards, cards.words().span(late)))
                .ifPresent(banners::add);
        boolean connected = channels.connected(organization.id());
        if (!connected) {
            banners.add(banner(true, "unconnected", cards));
        }
        outages.open().stream()
                // That LINE does not answer somebody who has no account there is no news.
                .filter(outage -> connected || outage.kind() != OutageKind.LINE)
                .filter(outage -> outage.organizationId()
                        .map(id -> id == organization.id())
                        .orElse(true))
                .map(outage -> outage(outage, cards))
                .forEach(banners::add);
        quota(organization.id())
                .map(QuotaStatus::level)
                .filter(level -> level != QuotaLevel.NORMAL)
                .map(level -> banner(level != QuotaLevel.LOW, "quota." + level, cards))
                .ifPresent(banners::add);
        return banners;
    }

    private Optional<Duration> latest() {
        return workLoop.lateness().values().stream()
                .filter(lateness -> !lateness.bearable())
                .map(Lateness::late)
                .max(Comparator.naturalOrder());
    }

    private static Banner outage(Outage outage, Cards cards) {
        return banner(true, "outage." + outage.kind(), cards, cards.moment(outage.beganAt()));
    }

    private static Banner banner(boolean grave, String key, Cards cards, Object... arguments) {
        String words = "banner." + key;
        return new Banner(
                grave,
                cards.words().of(words + ".title", arguments),
                cards.words().of(words + ".text", arguments));
    }
}
