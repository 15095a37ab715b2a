package jp.anpi.messaging.internal;

import java.time.Instant;
import java.util.Optional;

/**
 * What one node noticed about one way of the contact and has not written down yet, in the order in which it happened:
 * perhaps a failure, and after it perhaps success.
 *
 * @param firstSuccess of those after the failure
 */
record ContactNote(Optional<Failure> failure, Instant firstSuccess, Instant lastSuccess) {

    /**
     * Failures without a success between them and the end.
     *
     * @param outageAt up to here they are a hiccup
     * @param sinceLastProof whether they may have begun at any time after the last proof
     */
    record Failure(Instant first, Instant last, Instant outageAt, boolean sinceLastProof) {

        private Failure and(Failure later) {
            return new Failure(
                    first,
                    later.last,
                    later.outageAt.isBefore(outageAt) ? later.outageAt : outageAt,
                    sinceLastProof || later.sinceLastProof);
        }
    }

    static ContactNote success(Instant at) {
        return new ContactNote(Optional.empty(), at, at);
    }

    static ContactNote failure(Failure failure) {
        return new ContactNote(Optional.of(failure), null, null);
    }

    boolean worksAtLast() {
        return lastSuccess != null;
    }

    ContactNote followedBy(ContactNote later) {
        if (later.failure.isPresent()) {
            Failure both =
                    failure.map(earlier -> earlier.and(later.failure.get())).orElseGet(later.failure::get);
            return new ContactNote(Optional.of(both), later.firstSuccess, later.lastSuccess);
        }
        return new ContactNote(failure, worksAtLast() ? firstSuccess : later.firstSuccess, later.lastSuccess);
    }
}
