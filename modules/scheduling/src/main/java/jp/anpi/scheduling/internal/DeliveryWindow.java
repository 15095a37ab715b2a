package jp.anpi.scheduling.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import jp.anpi.scheduling.CheckInOffer;

/** The hours of the day in which late questions may be sent (E-8). */
record DeliveryWindow(ZoneId zone, int from, int until) {

    static DeliveryWindow of(CheckInOffer offer) {
        return new DeliveryWindow(offer.zone(), offer.deliveryFrom(), offer.deliveryUntil());
    }

    /** When the window opens next; empty while it is open. */
    Optional<Instant> opensAfter(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        if (local.getHour() >= from && local.getHour() < until) {
            return Optional.empty();
        }
        LocalDate day = local.getHour() < from
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return Optional.of(day.atTime(from, 0).atZone(zone).toInstant());
    }
}
