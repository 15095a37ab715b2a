package jp.anpi.line.internal.conversation;

import java.util.List;
import java.util.Optional;
import jp.anpi.scheduling.CheckInInterval;
import jp.anpi.scheduling.CheckInOffer;

/** What an organization's offer leaves to the participant. */
record Choices(CheckInOffer offer) {

    /** The only interval where there is just one: then nobody is asked. */
    Optional<CheckInInterval> onlyInterval() {
        return offer.intervals().size() == 1 ? Optional.of(offer.intervals().get(0)) : Optional.empty();
    }

    /** Empty where participants choose. */
    List<Integer> fixedHours() {
        return offer.fixedHours();
    }

    boolean twiceADay() {
        return offer.hoursADay() == 2;
    }

    boolean none() {
        return onlyInterval().isPresent() && !fixedHours().isEmpty();
    }

    Optional<CheckInInterval> named(String interval) {
        return offer.intervals().stream()
                .filter(one -> one.name().equals(interval))
                .findFirst();
    }
}
