package jp.anpi.announcements.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementMove;
import jp.anpi.announcements.AnnouncementRule;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.AnnouncementTransition;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** The SQL of announcements as staff see and move them. Every method joins the caller's transaction. */
@ApplicationScoped
public class AnnouncementTable {

    private static final String ON_THE_WAY = """
            case when a.open_messages = 0 then 0 else (
                select coalesce(sum(cardinality(m.recipient_ids)), 0) from outbox_message m
                where m.state = '%s' and m.organization_id = a.organization_id and m.kind = 'ANNOUNCEMENT'
                  and m.content ->> 'announcement' = cast(a.id as text)
                  and not exists (select from announcement_refusal r where r.message_id = m.id)) end""";

    private static final String SELECT = "select a.*, " + ON_THE_WAY.formatted("READY") + " as waiting, "
            + ON_THE_WAY.formatted("HELD") + " as held,"
            + " (select display_name from staff s where s.id = a.written_by) as writer,"
            + " a.state in ('SCHEDULED', 'SENDING', 'STOPPED', 'DONE') and a.approved_by is null and exists (select from announcement_log l where l.announcement_id = a.id"
            + " and l.reason = 'RELEASED_IN_EMERGENCY') as emergency from announcement a";

    private static final String MINE = " where a.organization_id = :organization and a.id = :id";

    @Inject
    private Jdbi jdbi;

    Optional<Announcement> find(int organizationId, long id) {
        return one(SELECT + MINE, organizationId, id);
    }

    Optional<Announcement> lock(int organizationId, long id) {
        return one(SELECT + MINE + " for update of a", organizationId, id);
    }

    private Optional<Announcement> one(String sql, int organizationId, long id) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("organization", organizationId)
                .bind("id", id)
                .map(AnnouncementRow::of)
                .findOne());
    }

    List<Announcement> list(int organizationId, Set<AnnouncementState> states, long before, int most) {
        List<String> names = states.stream().map(Enum::name).toList();
        return jdbi.withHandle(handle -> handle.createQuery(SELECT
                        + " where a.organization_id = :organization and a.state = any(:states) and a.id < :before"
                        + " order by a.id desc limit :most")
                .bind("organization", organizationId)
                .bindArray("states", String.class, names)
                .bind("before", before)
                .bind("most", most)
                .map(AnnouncementRow::of)
                .list());
    }

    long planned(int organizationId, long team) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from announcement where team_id = :team"
                        + " and organization_id = :organization and state in ('WAITING_FOR_APPROVAL', 'SCHEDULED')")
                .bind("team", team)
                .bind("organization", organizationId)
                .mapTo(Long.class)
                .one());
    }

    /** A team or district of another organization is none. */
    long insert(int organizationId, AnnouncementDraft draft, long staffId, Instant now) {
        return jdbi.withHandle(handle -> content(handle.createUpdate("""
                        insert into announcement (organization_id, title, body, easy_body, audience, team_id, district_id, standing,
                            reaches_away, send_at, useful_until, written_by, created_at)
                        values (:organization, :title, :body, :easyBody, :audience,
                            (select id from team where id = :team and organization_id = :organization),
                            (select id from district where id = :district and organization_id = :organization), :standing,
                            :reachesAway, :sendAt, :usefulUntil, :staff, :now)"""), draft)
                .bind("organization", organizationId)
                .bind("staff", staffId)
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    void replace(Announcement announcement, AnnouncementDraft draft, long staffId) {
        jdbi.useHandle(handle -> content(handle.createUpdate("""
                        update announcement set title = :title, body = :body, easy_body = :easyBody,
                            audience = :audience, standing = :standing, reaches_away = :reachesAway,
                            team_id = (select id from team where id = :team and organization_id = :organization),
                            district_id = (select id from district
                                where id = :district and organization_id = :organization),
                            send_at = :sendAt, useful_until = :usefulUntil, written_by = :staff, version = version + 1
                        where organization_id = :organization and id = :id"""), draft)
                .bind("organization", announcement.organizationId())
                .bind("id", announcement.id())
                .bind("staff", staffId)
                .execute());
    }

    private static Update content(Update update, AnnouncementDraft draft) {
        return update.bind("title", draft.title())
                .bind("body", draft.body())
                .bind("easyBody", draft.easyBody().orElse(null))
                .bind("audience", AnnouncementRow.kind(draft.audience()))
                .bind("team", AnnouncementRow.team(draft.audience()))
                .bind("district", AnnouncementRow.district(draft.audience()))
                .bind("standing", AnnouncementRow.standing(draft.audience()))
                .bind("reachesAway", draft.reachesAway())
                .bind("sendAt", draft.sendAt().orElse(null))
                .bind("usefulUntil", draft.usefulUntil().orElse(null));
    }

    void remove(Announcement announcement) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from announcement where organization_id = :organization and id = :id")
                .bind("organization", announcement.organizationId())
                .bind("id", announcement.id())
                .execute());
    }

    /**
     * Moves it along one row of the table of transitions, and says so in the log.
     *
     * @param staffId who wants it; empty for the product itself
     * @throws IllegalStateException where the table has no such row
     */
    void move(
            Announcement announcement,
            AnnouncementTransition transition,
            Optional<Long> staffId,
            Optional<String> note,
            Instant now) {
        if (!transition.allowedFrom(announcement.state())) {
            throw new IllegalStateException(transition + " leads nowhere from " + announcement.state());
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with moved as (update announcement set state = :state, version = version + 1,
                            submitted_by = case when :reason in ('SUBMITTED', 'RELEASED', 'RELEASED_IN_EMERGENCY') then :staff
                                when :state = 'DRAFT' then null else submitted_by end,
                            approved_by = case when :reason = 'APPROVED' then :staff
                                when :state = 'DRAFT' then null else approved_by end,
                            next_slice_at = case when :state = 'SENDING' or :reason = 'RELEASED_IN_EMERGENCY' then :now
                                when :state = 'SCHEDULED' then greatest(send_at, :now) end,
                            begun_at = case when :state = 'SENDING' then :now else begun_at end,
                            ended_at = case when :state in ('STOPPED', 'DONE') then :now end
                            where organization_id = :organization and id = :id returning id)
                        insert into announcement_log
                            (organization_id, announcement_id, at, reason, to_state, staff_id, note)
                        select :organization, id, :now, :reason, :state, :staff, :note from moved""")
                .bind("organization", announcement.organizationId())
                .bind("id", announcement.id())
                .bind("state", transition.target().name())
                .bind("reason", transition.name())
                .bindByType("staff", staffId.orElse(null), Long.class)
                .bindByType("note", note.orElse(null), String.class)
                .bind("now", now)
                .execute());
    }

    List<AnnouncementMove> history(int organizationId, long id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select l.at, l.reason, l.staff_id, s.display_name as staff, l.note
                        from announcement_log l left join staff s on s.id = l.staff_id
                        where l.organization_id = :organization and l.announcement_id = :id order by l.id""")
                .bind("organization", organizationId)
                .bind("id", id)
                .map((row, context) -> AnnouncementRow.move(row))
                .list());
    }

    AnnouncementRule rule(int organizationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select approval_needed, emergency_allowed"
                        + " from announcement_rule where organization_id = :organization")
                .bind("organization", organizationId)
                .map((row, context) ->
                        new AnnouncementRule(row.getBoolean("approval_needed"), row.getBoolean("emergency_allowed")))
                .findOne()
                .orElse(AnnouncementRule.USUAL));
    }

    void setRule(int organizationId, AnnouncementRule rule) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into announcement_rule (organization_id, approval_needed, emergency_allowed)
                        values (:organization, :approval, :emergency)
                        on conflict (organization_id) do update set approval_needed = excluded.approval_needed,
                            emergency_allowed = excluded.emergency_allowed""")
                .bind("organization", organizationId)
                .bind("approval", rule.approvalNeeded())
                .bind("emergency", rule.emergencyAllowed())
                .execute());
    }
}
