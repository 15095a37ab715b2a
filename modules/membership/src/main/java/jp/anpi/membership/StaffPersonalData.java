package jp.anpi.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import jp.anpi.membership.PersonalData.Field;

/**
 * Personal data of participants who agreed to leave them: sealed, shown on demand, each look in the audit
 * log, gone with the consent.
 */
public interface StaffPersonalData {

    /** Who agreed. */
    enum GivenBy {
        SELF,
        FAMILY,
        /** 成年後見人 and others who may by law. */
        GUARDIAN
    }

    /** @param on the day on which it was given */
    record Consent(LocalDate on, GivenBy by) {}

    /**
     * What there is, without showing it.
     *
     * @param recordedBy who of the staff wrote it down
     */
    record Standing(Set<Field> held, Consent consent, String recordedBy, Instant recordedAt) {}

    /** What became of a wish; only {@link #DONE} has changed anything. */
    enum Outcome {
        DONE,
        /** There is no such participant, or the caller may not see them. */
        UNKNOWN,
        NOTHING_GIVEN,
        /** A field is too long or holds characters that cannot be shown. */
        UNREADABLE,
        KANA_UNREADABLE,
        PHONE_UNREADABLE,
        /** Consent lies today or before. */
        CONSENT_MISSING,
        /** Somebody else has written or erased it since it was shown. */
        CHANGED_MEANWHILE
    }

    /** Empty where nothing was left, or there is no participant whom the caller may see. */
    Optional<Standing> standing(StaffCaller caller, long participantId);

    /** Shows it; whoever looks stands in the audit log. */
    Optional<PersonalData> reveal(StaffCaller caller, long participantId, Instant now);

    /**
     * Takes the place of what there was.
     *
     * @param seen when that had been recorded which the caller saw; empty where there was none
     */
    Outcome write(
            StaffCaller caller,
            long participantId,
            PersonalData data,
            Optional<Consent> consent,
            Optional<Instant> seen,
            Instant now);

    /** The consent was withdrawn: everything goes. */
    Outcome withdraw(StaffCaller caller, long participantId, Instant now);
}
