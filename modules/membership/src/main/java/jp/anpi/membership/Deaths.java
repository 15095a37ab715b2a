package jp.anpi.membership;

import java.time.Instant;

/** Who of the members has died, as far as staff found out. From then on nothing is sent to their phone any more. */
public interface Deaths {

    /** Fires {@link DeathNoted}. False where it was noted before, or there is no such member. */
    boolean note(int organizationId, long memberId, Instant now);

    boolean isNoted(int organizationId, long memberId);

    /** It was an error: fires {@link DeathTakenBack}. False where nothing was noted. */
    boolean takeBack(StaffCaller caller, long memberId, Instant now);
}
