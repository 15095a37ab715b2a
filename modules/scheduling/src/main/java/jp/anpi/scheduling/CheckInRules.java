package jp.anpi.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.StaffCaller;

/**
 * How people are asked and what follows their silence, as the system administrators of an organization set it. The preset
 * says which steps there are; when they come may be changed. Check-ins that are open keep the steps and delays that they
 * opened with (E-7), and schedules that were chosen stay as they are. Where there is one hour for everybody, a change of it
 * moves everybody: nobody is asked twice on a day for it, and nobody is left out on one.
 */
public interface CheckInRules {

    int MOST_HOURS = 168;
    int MOST_SLOTS = 6;
    int MOST_WINDOW_HOURS = 24;
    int LEAST_TAKE_OVER_MINUTES = 10;
    int MOST_TAKE_OVER_MINUTES = 720;
    /** What is late must find its way to everybody on any day. */
    int LEAST_DELIVERY_HOURS = 4;

    /**
     * What may be set.
     *
     * @param intervals offered from now on
     * @param hour the one hour for everybody where the preset has one, else what the phone shows first
     * @param numbers one for each step of the preset: hours after the question, or slots without an answer
     * @param windowHours at least this long after we last asked before anybody is told (E-8)
     * @param takeOverMinutes how long an alert may stay untaken before staff are told (E-12)
     * @param deliveryFrom first hour in which late questions may go out (E-8)
     * @param deliveryUntil hour, up to 24, from which on they wait again
     * @param version of what was on the screen
     */
    record Rules(
            List<CheckInInterval> intervals,
            int hour,
            boolean quoteShown,
            List<Integer> numbers,
            int windowHours,
            int takeOverMinutes,
            int deliveryFrom,
            int deliveryUntil,
            int version) {}

    /** What becomes of a change; only {@link #CHANGED} has changed anything. */
    enum Outcome {
        CHANGED,
        /** Somebody saved meanwhile. */
        CONFLICT,
        NO_INTERVAL,
        HOUR_IMPOSSIBLE,
        /** A step out of range, or not after the one before it. */
        STEPS_IMPOSSIBLE,
        /** Out of range, or longer than what lies between the last reminder and the alert. */
        WINDOW_IMPOSSIBLE,
        TAKE_OVER_IMPOSSIBLE,
        /** No hours of one day, or too few. */
        DELIVERY_IMPOSSIBLE,
        /** Of a team that is not there, or of which the caller may not see everybody. */
        TEAM_UNKNOWN
    }

    /**
     * What would follow one question that nobody answers, without any trouble of ours.
     *
     * @param asked when the question is accepted
     * @param follows the steps in their order
     * @param staffAt when staff are told where no watcher takes it
     * @param longestSilence from a sign of life on time to the first alert, for whoever is asked most seldom
     * @param seldom how often they are asked
     * @param moved how many are asked at another hour now, and would be at the one for everybody
     */
    record Forecast(
            Instant asked,
            List<Follow> follows,
            Instant staffAt,
            Duration longestSilence,
            CheckInInterval seldom,
            int moved) {}

    /** A step and its instant. */
    record Follow(EscalationStep.Action action, Instant at) {}

    Rules rules(StaffCaller caller);

    /** The preset of the caller's organization, whose steps the numbers belong to. */
    ServicePreset preset(StaffCaller caller);

    /** What {@link #change} would say; {@link Outcome#CHANGED} where it could be saved. */
    Outcome check(StaffCaller caller, Rules rules);

    /** By the same policy that would be kept; empty where {@link #check} refuses them. */
    Optional<Forecast> forecast(StaffCaller caller, Rules rules, Instant now);

    Outcome change(StaffCaller caller, Rules rules, Instant now);
}
