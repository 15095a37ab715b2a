package jp.anpi.system.chaos;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Households of a region, for whom days pass quickly: what would fall due later is moved nearer in the rows. */
final class Neighbourhood {

    /**
     * A node that lives does within seconds what another one left, and tries the webhook a quarter of a minute after a
     * delivery was missed; the rest is this machine's load.
     */
    static final Duration WITHIN_SECONDS = Duration.ofSeconds(60);

    private final Region region;
    private final Clock clock = Clock.systemUTC();
    private final List<Household> households = new ArrayList<>();

    private Neighbourhood(Region region) {
        this.region = region;
    }

    /** Registers them through the conversation. */
    static Neighbourhood of(int count, Region region) {
        Neighbourhood neighbourhood = new Neighbourhood(region);
        for (int i = 0; i < count; i++) {
            neighbourhood.moveIn();
        }
        neighbourhood.quiet();
        return neighbourhood;
    }

    private void moveIn() {
        // Nobody's own hour comes while the test runs.
        int hour = clock.instant().atZone(ZoneId.of("Asia/Tokyo")).plusHours(12).getHour();
        Resident participant = new Resident(region.phone()).registerAsParticipant(hour);
        households.add(new Household(participant, new Resident(region.phone()).watch(participant)));
    }

    List<Household> households() {
        return households;
    }

    Household household(int number) {
        return households.get(number - 1);
    }

    /** The question of everybody is due now: two people share a request, so that a wave has several. */
    void everybodyIsDue() {
        for (int i = 0; i < households.size(); i++) {
            isDue(
                    households.get(i),
                    clock.instant().minus(i / 2, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.MILLIS));
        }
    }

    void isDue(Household household) {
        isDue(household, clock.instant());
    }

    private void isDue(Household household, java.time.Instant at) {
        int moved = region.rows()
                .change(
                        "update check_in_schedule s set next_due_at = ? from member m where m.id = s.subject_id"
                                + " and m.line_user_id = ?",
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                        household.participant().phone().userId());
        if (moved != 1) {
            throw new IllegalStateException("No schedule of " + household);
        }
    }

    /** So much time passes for all that is open, as if it had been asked so much earlier. */
    void pass(Duration time) {
        region.rows()
                .change(
                        "update check_in set sent_at = sent_at - cast(? as interval),"
                                + " asked_at = asked_at - cast(? as interval),"
                                + " next_step_at = next_step_at - cast(? as interval) where closed_at is null",
                        time.toString(),
                        time.toString(),
                        time.toString());
    }

    /** Waits until all that was begun is done: nobody to ask, nothing to send, nothing to read. */
    void quiet() {
        Patience.until(WITHIN_SECONDS, () -> "quiet; still waiting: " + unfinished(), () -> unfinished()
                .isEmpty());
    }

    private List<String> unfinished() {
        return region.rows()
                .column(
                        "select 'send ' || kind || ' ' || attempts || ' ' || coalesce(last_error, '')"
                                + " from outbox_message where state = 'READY'"
                                + " union all select 'read ' || coalesce(w.line_user_id, '') || ' ' || attempts || ' ' || received_at"
                                + " from webhook_event w where state = 'NEW'"
                                + " union all select 'recover ' || kind || ' ' || began_at || ' ' || coalesce(ended_at::text, 'lasts')"
                                + " from outage where recovered_at is null"
                                + " union all select 'ask ' || subject_id || ' ' || coalesce(next_step_at::text, 'never')"
                                + " from check_in where state = 'PENDING'"
                                + " union all select 'due ' || subject_id || ' ' || next_due_at"
                                + " from check_in_schedule where next_due_at <= ?",
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Whether a question is open that this person has not answered. */
    boolean isOpen(Household household) {
        return region.rows()
                        .count(
                                "select count(*) from check_in c join member m on m.id = c.subject_id"
                                        + " where c.closed_at is null and m.line_user_id = ?",
                                household.participant().phone().userId())
                > 0;
    }

    void readAll() {
        households.forEach(Household::readAll);
    }
}
