package jp.anpi.membership;

/**
 * Watchers and participants who belong together.
 *
 * @param personal made by a member for their own circle, as opposed to one for an area
 * @param lead whether the member that asked is its lead
 */
public record Team(
        long id, int organizationId, String name, boolean personal, boolean lead, int participants, int watchers) {}
