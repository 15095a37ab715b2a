package jp.anpi.membership.internal;

/**
 * Where people are looked for: districts, by what staff have said of a person, and teams.
 *
 * <p>{@link #firstOfEach} takes a page from each of them by index, since a district may hold a large part of all people.
 */
enum Place {
    /** One district, and its teams for whoever has no district of their own. */
    DISTRICT(
            "select :district as id", "select t.id, true as unless_placed from team t where t.district_id = :district"),

    /** What an account is limited to. */
    REACH("select s.district_id as id from staff_scope s where s.staff_id = :staff and s.district_id is not null", """
            select s.team_id as id, false as unless_placed
            from staff_scope s where s.staff_id = :staff and s.team_id is not null
            union all
            select t.id, true from staff_scope s join team t on t.district_id = s.district_id where s.staff_id = :staff
            """);

    private final String districts;
    private final String teams;

    Place(String districts, String teams) {
        this.districts = districts;
        this.teams = teams;
    }

    /**
     * The statement for the first people of each district and team; somebody may be found twice.
     *
     * @param also a further condition on {@code m}, the member
     */
    String firstOfEach(String also) {
        return """
                select found.id from (%1$s) d cross join lateral (
                    select m.id from member m
                    where m.district_id = d.id and m.participant_since is not null and m.id > :after %3$s
                    order by m.id limit :most) found
                union all
                select found.id from (%2$s) t cross join lateral (
                    select m.id from team_membership x join member m on m.id = x.member_id
                    where x.team_id = t.id and x.role = 'PARTICIPANT' and x.member_id > :after
                        and (m.district_id is null or not t.unless_placed) %3$s
                    order by x.member_id limit :most) found
                """.formatted(districts, teams, also);
    }
}
