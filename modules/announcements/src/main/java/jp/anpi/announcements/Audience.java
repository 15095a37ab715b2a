package jp.anpi.announcements;

/** Whom an announcement is for: members as they are when it is sent. */
public sealed interface Audience {

    /** Every member, whether watched or watching. */
    record Everyone() implements Audience {}

    /** The participants of one district, by themselves or through a team. */
    record InDistrict(int districtId) implements Audience {}

    /** The members of one team; nobody once the team is no more. */
    record InTeam(long teamId) implements Audience {}

    /** Participants whose check-in stands so. */
    record WithCheckIn(CheckInStanding standing) implements Audience {}
}
