package jp.anpi.scheduling;

import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;

/**
 * What an organization offers to its participants.
 *
 * @param intervals choices of days; with one only, nobody is asked
 * @param hoursADay how many hours a participant chooses, 1 or 2
 * @param fixedHour one hour for everybody; then nobody is asked for it
 * @param deliveryFrom first hour of the window that late questions wait for (E-8)
 * @param deliveryUntil hour at which that window ends
 * @param defaultHour what the phone shows first where the participant chooses
 * @param quoteShown whether a quotation accompanies the question
 */
public record CheckInOffer(
        int organizationId,
        ZoneId zone,
        EscalationPolicy policy,
        List<CheckInInterval> intervals,
        int hoursADay,
        OptionalInt fixedHour,
        int deliveryFrom,
        int deliveryUntil,
        int defaultHour,
        boolean quoteShown) {

    private static final int HALF_A_DAY = 12;

    /** The hours of everybody; empty where participants choose. */
    public List<Integer> fixedHours() {
        return fixedHour.isEmpty() ? List.of() : hoursFrom(fixedHour.getAsInt(), hoursADay);
    }

    /** Spread over the day. */
    public static List<Integer> hoursFrom(int first, int hoursADay) {
        return hoursADay == 2 ? List.of(first, (first + HALF_A_DAY) % 24) : List.of(first);
    }

    /** What counts of the hours that somebody chose, perhaps before everybody's was changed. */
    public List<Integer> hours(List<Integer> chosen) {
        return fixedHour.isEmpty() ? chosen : fixedHours();
    }
}
