package jp.anpi.announcements.internal;

import static jp.anpi.announcements.internal.Place.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementMove;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.AnnouncementTransition;
import jp.anpi.announcements.Audience;
import jp.anpi.announcements.Decision;
import jp.anpi.membership.Members;
import jp.anpi.messaging.Outbox;
import jp.anpi.messaging.OutboxMessage;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Each person gets one copy, whatever happens on the way, and the counts say what happened (E-9, E-17). */
class SendingTest {

    private static final Audience EVERYONE = new Audience.Everyone();

    private final Place place = new Place();

    @Test
    void e17_a_second_run_of_the_slice_doubles_nothing() {
        List<Long> people = place.members(1_200);
        long id = place.approved(Place.draft(EVERYONE));

        assertThat(place.slice(NOON)).isTrue();
        assertThat(place.slice(NOON)).isFalse();

        assertThat(place.addressed()).containsExactlyInAnyOrderElementsOf(people);
        assertThat(place.count("select count(*) from outbox_message where organization_id = ?", place.id))
                .as("multicasts of 500")
                .isEqualTo(3);
        assertThat(place.look(id).progress()).isEqualTo(new Announcement.Progress(1_200, 0, 0, 0, 1_200, 0));
    }

    @Test
    void more_people_than_a_slice_are_met_once_each() {
        List<Long> people = place.members(AnnouncementSlice.SIZE + 7);
        place.approved(Place.draft(EVERYONE));

        assertThat(place.slice(NOON)).isTrue();
        assertThat(place.slice(NOON)).isTrue();
        assertThat(place.slice(NOON)).isFalse();

        assertThat(place.addressed()).hasSize(people.size()).doesNotHaveDuplicates();
    }

    @Test
    void it_begins_at_its_time_and_not_before() {
        place.members(1);
        Instant later = NOON.plus(Duration.ofHours(3));
        long id = place.approved(planned(Optional.of(later), Optional.empty()));

        assertThat(place.slice(later.minusSeconds(1))).isFalse();
        assertThat(place.slice(later)).isTrue();
        assertThat(place.look(id).begunAt()).contains(later);
    }

    @Test
    void what_was_planned_for_a_team_that_has_ended_since_goes_to_nobody_and_says_so() {
        long team = place.team();
        long id = place.approved(Place.draft(new Audience.InTeam(team)));
        assertThat(place.<Long>announcements(all -> all.planned(place.officer, team)))
                .isOne();
        place.sql("update team set ended_at = '2026-11-20 00:00+09' where id = ?", team);

        assertThat(place.slice(NOON)).isTrue();
        assertThat(place.slice(NOON)).isFalse();

        assertThat(place.look(id)).matches(Announcement::unsent);
        List<AnnouncementMove> history = place.announcements(all -> all.history(place.officer, id));
        assertThat(history)
                .last()
                .matches(move -> move.transition() == AnnouncementTransition.TEAM_GONE
                        && move.staffId().isEmpty());
        assertThat(place.<Long>announcements(all -> all.planned(place.officer, team)))
                .isZero();
    }

    /** Whichever of the two is asked first: who is meant, or whether the team is there. */
    @Test
    void a_team_that_ends_while_its_announcement_begins_has_ended_and_nobody_is_written_to() {
        long team = place.team();
        List<Long> people = place.members(2);
        people.forEach(person -> place.sql(
                "insert into team_membership (organization_id, team_id, member_id, role, joined_at)"
                        + " values (?, ?, ?, 'WATCHER', '2026-11-01 00:00+09')",
                place.id,
                team,
                person));
        long id = place.approved(Place.draft(new Audience.InTeam(team)));

        place.use(beans -> sliceOf(beans, new Interrupted(beans.get(AudienceTable.class), () -> ended(team)))
                .run(NOON));

        assertThat(place.look(id)).matches(Announcement::unsent);
        assertThat(place.addressed()).isEmpty();
    }

    @Test
    void what_is_of_no_use_any_more_is_not_sent() {
        place.members(2);
        Instant end = NOON.plus(Duration.ofHours(1));
        long late = place.approved(planned(Optional.empty(), Optional.of(end)));
        assertThat(place.slice(end)).isTrue();
        assertThat(place.look(late).state()).isEqualTo(AnnouncementState.DONE);

        long waiting = place.approved(planned(Optional.empty(), Optional.of(end)));
        place.slice(NOON);

        assertThat(wanted(waiting, NOON)).hasSize(2);
        assertThat(wanted(waiting, end)).isEmpty();
    }

    @Test
    void it_is_done_once_the_last_copy_is_settled() {
        List<Long> people = place.members(600);
        long id = place.approved(Place.draft(EVERYONE));
        place.slice(NOON);
        List<OutboxMessage> copies = copies(id);

        deliver(copies, delivery -> delivery.accepted(copies.subList(0, 1), NOON));
        assertThat(place.look(id).state()).isEqualTo(AnnouncementState.SENDING);
        deliver(copies.subList(1, 2), delivery -> delivery.accepted(copies.subList(1, 2), NOON));

        assertThat(place.look(id))
                .matches(it -> it.state() == AnnouncementState.DONE
                        && it.progress().accepted() == people.size()
                        && it.progress().dropped() == 0);
    }

    @Test
    void nobody_gets_it_after_it_was_stopped() {
        place.members(3);
        long id = place.approved(Place.draft(EVERYONE));
        place.slice(NOON);

        assertThat(place.decide(all -> all.stop(place.officer, id, NOON))).isEqualTo(Decision.DONE);

        assertThat(wanted(id, NOON)).isEmpty();
        List<OutboxMessage> copies = copies(id);
        deliver(copies, delivery -> delivery.dropped(copies, NOON));
        assertThat(place.look(id))
                .matches(it ->
                        it.state() == AnnouncementState.STOPPED && it.progress().dropped() == 3);
        assertThat(place.decide(all -> all.stop(place.officer, id, NOON))).isEqualTo(Decision.NOT_POSSIBLE);
    }

    @Test
    void who_is_refused_is_counted_once_and_not_tried_again() {
        place.members(1);
        long id = place.approved(Place.draft(EVERYONE));
        place.slice(NOON);
        List<OutboxMessage> copies = copies(id);

        place.use(beans -> delivery(beans, NOON).refused(copies, NOON));
        place.use(beans -> delivery(beans, NOON).refused(copies, NOON));

        assertThat(wanted(id, NOON)).isEmpty();
        deliver(copies, delivery -> delivery.dropped(copies, NOON));
        assertThat(place.look(id).state()).isEqualTo(AnnouncementState.DONE);
        assertThat(place.look(id).progress()).isEqualTo(new Announcement.Progress(1, 0, 0, 1, 0, 0));
    }

    @Test
    void who_blocked_on_the_way_is_taken_out_and_counted_as_dropped() {
        List<Long> people = place.members(3);
        long id = place.approved(Place.draft(EVERYONE));
        place.slice(NOON);
        place.sql("update member set blocked_at = registered_at where id = ?", people.get(0));

        assertThat(wanted(id, NOON)).containsExactlyInAnyOrder(people.get(1), people.get(2));
    }

    @Test
    void a_message_that_is_split_is_over_when_all_its_parts_are() {
        List<Long> people = place.members(2);
        long id = place.approved(Place.draft(EVERYONE));
        place.slice(NOON);
        OutboxMessage whole = copies(id).get(0);
        List<OutboxMessage> parts =
                people.stream().map(person -> Place.copy(place, id, person)).toList();

        place.use(beans -> delivery(beans, NOON).replaced(whole, parts));
        place.use(beans -> delivery(beans, NOON).accepted(parts.subList(0, 1), NOON));
        assertThat(place.look(id).state()).isEqualTo(AnnouncementState.SENDING);
        place.use(beans -> delivery(beans, NOON).accepted(parts.subList(1, 2), NOON));

        assertThat(place.look(id).state()).isEqualTo(AnnouncementState.DONE);
    }

    @Test
    void what_waits_for_the_months_messages_is_shown_as_held() {
        place.members(2);
        long id = place.approved(Place.draft(EVERYONE));
        place.slice(NOON);
        place.sql("update outbox_message set state = 'HELD' where organization_id = ?", place.id);

        assertThat(place.look(id).progress()).isEqualTo(new Announcement.Progress(2, 0, 0, 0, 0, 2));
    }

    private void ended(long team) {
        place.sql("update team set ended_at = '2026-11-22 12:00+09' where id = ?", team);
        place.sql("delete from team_membership where team_id = ?", team);
    }

    private static AnnouncementSlice sliceOf(Wiring beans, AudienceTable audiences) {
        return new Wiring(
                        audiences,
                        beans.get(SendingTable.class),
                        beans.get(AnnouncementTable.class),
                        beans.get(Ending.class),
                        beans.get(Outbox.class))
                .add(AnnouncementSlice.class)
                .get(AnnouncementSlice.class);
    }

    private static AnnouncementDraft planned(Optional<Instant> sendAt, Optional<Instant> usefulUntil) {
        return new AnnouncementDraft("断水", "水が出ません。", Optional.empty(), EVERYONE, false, sendAt, usefulUntil);
    }

    private List<OutboxMessage> copies(long id) {
        return place.in(beans -> {
            List<UUID> ids = beans.get(Jdbi.class)
                    .withHandle(handle -> handle.createQuery("select id from outbox_message"
                                    + " where organization_id = :organization"
                                    + " and content ->> 'announcement' = cast(:id as text) order by sequence")
                            .bind("organization", place.id)
                            .bind("id", Long.toString(id))
                            .mapTo(UUID.class)
                            .list());
            Map<UUID, OutboxMessage> found = beans.get(Outbox.class).find(ids);
            return ids.stream().map(found::get).toList();
        });
    }

    private List<Long> wanted(long id, Instant now) {
        List<OutboxMessage> copies = copies(id);
        return place.in(beans -> delivery(beans, now).stillWanted(copies)).values().stream()
                .flatMap(Collection::stream)
                .toList();
    }

    /** As the sender does: the rows are settled in the transaction that tells their owner. */
    private void deliver(List<OutboxMessage> settled, Consumer<AnnouncementDelivery> told) {
        place.use(beans -> {
            beans.get(Jdbi.class).useHandle(handle -> handle.createUpdate(
                            "update outbox_message set state = 'ACCEPTED' where id = any(:ids)")
                    .bindArray(
                            "ids",
                            UUID.class,
                            settled.stream().map(OutboxMessage::id).toList())
                    .execute());
            told.accept(delivery(beans, NOON));
        });
    }

    private static AnnouncementDelivery delivery(Wiring beans, Instant now) {
        Jdbi jdbi = beans.get(Jdbi.class);
        return new Wiring(
                        beans.get(SendingTable.class),
                        beans.get(Ending.class),
                        Clock.fixed(now, ZoneOffset.UTC),
                        reachable(jdbi))
                .add(AnnouncementDelivery.class)
                .get(AnnouncementDelivery.class);
    }

    /** Of {@link Members} only what is asked here, over the same rows. */
    private static Members reachable(Jdbi jdbi) {
        return (Members) Proxy.newProxyInstance(
                SendingTest.class.getClassLoader(), new Class<?>[] {Members.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("reachableLineUserIds")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    Map<Long, String> found = new HashMap<>();
                    jdbi.useHandle(handle -> handle.createQuery(
                                    "select id, line_user_id from member"
                                            + " where organization_id = :organization and blocked_at is null and id = any(:ids)")
                            .bind("organization", (int) arguments[0])
                            .bindArray("ids", Long.class, (Collection<?>) arguments[1])
                            .map((row, context) -> found.put(row.getLong(1), row.getString(2)))
                            .list());
                    return found;
                });
    }

    /** The real one, with something that happens elsewhere once it was asked for the first time. */
    private static final class Interrupted extends AudienceTable {

        private final AudienceTable real;
        private final Runnable meanwhile;
        private boolean asked;

        Interrupted(AudienceTable real, Runnable meanwhile) {
            this.real = real;
            this.meanwhile = meanwhile;
        }

        @Override
        List<Addressee> next(
                int organizationId, Audience audience, boolean reachesAway, long after, int most, Instant now) {
            return after(real.next(organizationId, audience, reachesAway, after, most, now));
        }

        @Override
        boolean gone(int organizationId, Audience audience) {
            return after(real.gone(organizationId, audience));
        }

        private <R> R after(R answer) {
            if (!asked) {
                asked = true;
                meanwhile.run();
            }
            return answer;
        }
    }
}
