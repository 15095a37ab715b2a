package jp.anpi.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.anpi.announcements.Addressable;
import jp.anpi.announcements.Audience;
import jp.anpi.announcements.CheckInStanding;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Finds whom an announcement is for, in the order of their ids, so that each is met once however many slices it takes. */
@ApplicationScoped
public class AudienceTable {

    /** Somebody who is meant; {@code reachable} unless they blocked the account. */
    record Addressee(long memberId, boolean reachable) {}

    /** How many are meant. */
    record Size(long reachable, long outOfReach, long away) {}

    private static final String MEANT = """
            from member m join organization o on o.id = m.organization_id
            cross join lateral (select exists (
                select from check_in_schedule s join pause p on p.schedule_id = s.id
                where s.organization_id = m.organization_id and s.subject_kind = 'PARTICIPANT' and s.subject_id = m.id
                  and p.ended_at is null
                  and cast(cast(:now as timestamptz) at time zone o.zone as date) between p.first_day and p.last_day
                ) as away) pause
            where m.organization_id = :organization
              and (m.participant_since is not null or m.watcher_since is not null) and m.died_at is null
            """;

    private static final String IN_DISTRICT = """
            and m.participant_since is not null
            and (m.district_id = :district or m.district_id is null and exists (
                select from team_membership t join team d on d.id = t.team_id and d.district_id = :district
                where t.organization_id = m.organization_id and t.member_id = m.id and t.role = 'PARTICIPANT'))
            """;

    private static final String IN_TEAM = """
            and exists (select from team_membership t where t.team_id = :team
                        and t.organization_id = m.organization_id and t.member_id = m.id)
            """;

    private static final String WITH_OPEN_CHECK_IN = """
            and exists (select from check_in_schedule s
                        join check_in c on c.opened_at = s.open_since and c.id = s.open_check_in_id
                        where s.organization_id = m.organization_id and s.subject_kind = 'PARTICIPANT'
                          and s.subject_id = m.id and c.state = any(:states))
            """;

    private static final Map<CheckInStanding, List<String>> STATES = Map.of(
            CheckInStanding.UNANSWERED, List.of("SENT", "REMINDED"),
            CheckInStanding.ALERTED, List.of("ALERTED", "NEED_HELP"));

    @Inject
    private Jdbi jdbi;

    List<Addressee> next(
            int organizationId, Audience audience, boolean reachesAway, long after, int most, Instant now) {
        String sql = "select m.id, m.blocked_at is null as reachable " + MEANT + condition(audience)
                + " and m.id > :after and (:reachesAway or not away) order by m.id limit :most";
        return jdbi.withHandle(handle -> bound(handle.createQuery(sql), organizationId, audience, now)
                .bind("after", after)
                .bind("reachesAway", reachesAway || meansAway(audience))
                .bind("most", most)
                .map((row, context) -> new Addressee(row.getLong("id"), row.getBoolean("reachable")))
                .list());
    }

    Size size(int organizationId, Audience audience, boolean reachesAway, Instant now) {
        String sql = "select count(*) filter (where meant and reachable) as reachable,"
                + " count(*) filter (where meant and not reachable) as out_of_reach,"
                + " count(*) filter (where not meant) as away"
                + " from (select m.blocked_at is null as reachable, :reachesAway or not away as meant "
                + MEANT + condition(audience) + ") everybody";
        return jdbi.withHandle(handle -> bound(handle.createQuery(sql), organizationId, audience, now)
                .bind("reachesAway", reachesAway || meansAway(audience))
                .map((row, context) ->
                        new Size(row.getLong("reachable"), row.getLong("out_of_reach"), row.getLong("away")))
                .one());
    }

    List<Addressable> districts(int organizationId) {
        return addressable("district where organization_id = :organization and retired_at is null", organizationId);
    }

    /** Teams for an area; the circles of members are their own. */
    List<Addressable> teams(int organizationId) {
        return addressable(
                "team where organization_id = :organization and kind = 'AREA' and ended_at is null", organizationId);
    }

    /** Whether it is a team that has ended, or is not there at all. */
    boolean gone(int organizationId, Audience audience) {
        return audience instanceof Audience.InTeam team
                && jdbi.withHandle(handle -> handle.createQuery("select not exists (select from team where id = :team"
                                + " and organization_id = :organization and ended_at is null)")
                        .bind("team", team.teamId())
                        .bind("organization", organizationId)
                        .mapTo(Boolean.class)
                        .one());
    }

    private List<Addressable> addressable(String from, int organizationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, name from " + from + " order by name, id")
                .bind("organization", organizationId)
                .map((row, context) -> new Addressable(row.getLong("id"), row.getString("name")))
                .list());
    }

    private static Query bound(Query query, int organizationId, Audience audience, Instant now) {
        query.bind("organization", organizationId).bind("now", now);
        if (audience instanceof Audience.InTeam team) {
            query.bind("team", team.teamId());
        } else if (audience instanceof Audience.InDistrict district) {
            query.bind("district", district.districtId());
        } else if (audience instanceof Audience.WithCheckIn some && !meansAway(some)) {
            query.bindArray("states", String.class, STATES.get(some.standing()));
        }
        return query;
    }

    private static String condition(Audience audience) {
        if (audience instanceof Audience.InTeam) {
            return IN_TEAM;
        }
        if (audience instanceof Audience.InDistrict) {
            return IN_DISTRICT;
        }
        if (audience instanceof Audience.WithCheckIn) {
            return meansAway(audience) ? " and away " : WITH_OPEN_CHECK_IN;
        }
        return "";
    }

    private static boolean meansAway(Audience audience) {
        return audience instanceof Audience.WithCheckIn some && some.standing() == CheckInStanding.AWAY;
    }
}
