package jp.anpi.scheduling.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.anpi.messaging.ReserveEstimate;
import org.jdbi.v3.core.Jdbi;

/**
 * What the open check-ins could still need (E-9): the reminders and alerts of the steps that are left, each alert to
 * every watcher who can be reached, and the all-clear to them. Whoever was not asked yet needs nothing. Where teams have
 * rules of their own, a question is taken to cost what the dearest of all rules make it cost.
 */
@ApplicationScoped
public class FollowUpEstimate implements ReserveEstimate {

    /**
     * Steps that are left by themselves say little: what counts is for how many people and with how many watchers, so
     * alike check-ins are counted together first.
     */
    private static final String SQL = """
            with watched as materialized (
                select l.participant_id, count(distinct l.watcher_id) as watchers
                from watch_link l join member m on m.id = l.watcher_id and m.blocked_at is null and m.died_at is null
                where l.organization_id = :organization
                group by l.participant_id),
            alike as (
                select c.policy_id, c.next_step, c.missed_slots, c.state, coalesce(w.watchers, 0) as watchers,
                       count(*) as people
                from check_in_schedule s
                join check_in c on c.opened_at = s.open_since and c.id = s.open_check_in_id
                left join watched w on w.participant_id = s.subject_id and s.subject_kind = 'PARTICIPANT'
                where s.organization_id = :organization and c.state in ('SENT', 'REMINDED', 'ALERTED', 'NEED_HELP')
                group by 1, 2, 3, 4, 5),
            open as (
                select sum(a.people * case when a.state = 'NEED_HELP' then a.watchers
                    else left_over.reminders + greatest(left_over.slots - a.missed_slots, 0)
                        + (left_over.alerts + 1) * a.watchers end) as messages
                from alike a cross join lateral (
                    select %1$s from escalation_step t
                    where t.policy_id = a.policy_id and t.position >= a.next_step) left_over),
            average as (
                select ceil(coalesce(sum(w.watchers), 0)::numeric / greatest(count(*), 1)) as watchers
                from check_in_schedule s
                left join watched w on w.participant_id = s.subject_id and s.subject_kind = 'PARTICIPANT'
                where s.organization_id = :organization and s.next_due_at is not null),
            each as (
                select max(whole.reminders + whole.slots + (whole.alerts + 1) * average.watchers) as messages
                from average cross join (
                    select %1$s from escalation_step t where t.policy_id in (
                        select policy_id from check_in_offer where organization_id = :organization
                        union select r.policy_id from team_rules r
                        join team on team.id = r.team_id and team.ended_at is null
                        where r.organization_id = :organization)
                    group by t.policy_id) whole)
            select coalesce((select messages from open), 0)::bigint as open,
                   coalesce((select messages from each), 0)::bigint as each
            """.formatted("""
            count(*) filter (where t.action = 'REMIND') as reminders,
                           coalesce(max(t.missed_slots), 0) as slots,
                           count(*) filter (where t.action = 'ALERT_WATCHERS') as alerts""");

    @Inject
    private Jdbi jdbi;

    @Override
    public FollowUps followUps(int organizationId) {
        return jdbi.withHandle(handle -> handle.createQuery(SQL)
                .bind("organization", organizationId)
                .map((row, context) -> new FollowUps(row.getLong("open"), row.getLong("each")))
                .one());
    }
}
