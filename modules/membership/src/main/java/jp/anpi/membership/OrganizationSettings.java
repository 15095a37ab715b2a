package jp.anpi.membership;

import java.time.Instant;

/** The organization as its system administrators set it. A change counts on every node within seconds. */
public interface OrganizationSettings {

    int LONGEST_NAME = 60;
    int LONGEST_GREETING = 300;
    int LONGEST_PHONE = 30;
    int MOST_EXTRA_WATCHERS = 20;
    int MOST_INVITATION_DAYS = 365;

    /**
     * What may be set, as it is typed: absent texts are blank.
     *
     * @param extraWatchers how many may watch in a personal team beside the first one
     * @param invitationDays how long an invitation works
     * @param version of what was on the screen
     */
    record Details(
            String name,
            String greeting,
            String deskName,
            String deskPhone,
            int extraWatchers,
            int invitationDays,
            int version) {}

    /** What became of a change; only {@link #CHANGED} has changed anything. */
    enum Outcome {
        CHANGED,
        /** Somebody saved meanwhile. */
        CONFLICT,
        NAME_UNREADABLE,
        GREETING_UNREADABLE,
        DESK_NAME_UNREADABLE,
        DESK_PHONE_UNREADABLE,
        EXTRA_WATCHERS_IMPOSSIBLE,
        INVITATION_DAYS_IMPOSSIBLE
    }

    Details details(StaffCaller caller);

    /** Fires {@link OrganizationChanged}. */
    Outcome change(StaffCaller caller, Details details, Instant now);
}
