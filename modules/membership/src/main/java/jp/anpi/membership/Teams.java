package jp.anpi.membership;

import java.util.List;

/** The teams of a member. */
public interface Teams {

    /** All teams that the member is in, oldest first. */
    List<Team> of(int organizationId, long memberId);
}
