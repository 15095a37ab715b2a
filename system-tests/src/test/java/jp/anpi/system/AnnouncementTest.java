package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.anpi.simulator.chat.ChatEntry;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.FaultKind;
import jp.anpi.simulator.traffic.LoggedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the municipality has to say reaches everybody meant once, behind every alert, and can be stopped (E-9, R-078). */
@ExtendWith(CleanLogs.class)
class AnnouncementTest {

    private static final int READERS = 30;

    private final Town town = Town.shared();
    private final int hour = town.advanceToHalfPast();

    @AfterEach
    void line_works_again() {
        town.line().faults().clear();
    }

    @Test
    void e9_everybody_meant_reads_it_once_and_an_alert_of_the_same_instant_overtakes_it() {
        Person silent = town.participant("14日毎", hour);
        Person daughter = silent.watcher();
        Readers north = Readers.of(town, READERS);
        List<Person> readers = north.people();
        town.advanceToNext(hour, 0);
        town.advanceHours(26);
        daughter.readAll();
        Instant due = town.now().plus(Duration.ofHours(1));
        String announcement = schedule(north.team(), due);
        readers.get(0).phone().block();

        town.advanceHours(1);

        assertThat(readers.get(0).news()).isEmpty();
        for (Person reader : readers.subList(1, READERS)) {
            assertThat(reader.news())
                    .extracting(ChatEntry::text)
                    .containsExactly("【防災訓練】\n日曜の10時です。", "（やさしい にほんご）\nにちようび、10じ。");
        }
        assertThat(daughter.news()).hasSize(1).allMatch(Person::isAlert);
        List<LoggedRequest> sent = sentSince(due);
        assertThat(sent.get(0).body())
                .as("first of all")
                .contains(daughter.phone().userId());
        assertThat(sent).as("an alert, and one multicast").hasSize(2);
        assertThat(progress(announcement)).isEqualTo("DONE 29 29 1 0");
    }

    @Test
    void e17_a_retry_doubles_nothing_whatever_line_says() {
        Readers north = Readers.of(town, 3);
        List<Person> readers = north.people();
        String announcement = schedule(north.team(), town.now());
        town.line()
                .faults()
                .begin(Fault.of(FaultKind.DROP_AFTER_ACCEPT)
                        .onPath("/v2/bot/message/multicast")
                        .forNext(1));

        town.advanceMinutes(30);

        assertThat(readers).allSatisfy(reader -> assertThat(reader.news()).hasSize(2));
        assertThat(progress(announcement)).isEqualTo("DONE 3 3 0 0");
    }

    @Test
    void what_is_stopped_reaches_nobody_any_more() {
        Readers north = Readers.of(town, 3);
        List<Person> readers = north.people();
        town.line().faults().begin(Fault.of(FaultKind.RATE_LIMITED).onPath("/v2/bot/message/multicast"));
        String announcement = schedule(north.team(), town.now());
        town.advanceMinutes(1);
        assertThat(progress(announcement)).isEqualTo("SENDING 3 0 0 1");

        town.records()
                .change("update announcement set state = 'STOPPED', next_slice_at = null where id = " + announcement);
        town.line().faults().clear();
        town.advanceHours(1);

        assertThat(readers).allSatisfy(reader -> assertThat(reader.news()).isEmpty());
        assertThat(progress(announcement)).isEqualTo("STOPPED 3 0 0 0");
    }

    /** As approved by staff. */
    private String schedule(String team, Instant at) {
        return town.records()
                .column(
                        "insert into announcement (organization_id, state, title, body, easy_body, audience, team_id,"
                                + " written_by, submitted_by, approved_by, created_at, next_slice_at)"
                                + " select organization_id, 'SCHEDULED', '防災訓練', '日曜の10時です。',"
                                + " 'にちようび、10じ。', 'TEAM', id, 1, 1, 2, cast(? as timestamptz),"
                                + " cast(? as timestamptz) from team where id = cast(? as bigint) returning id",
                        at.toString(),
                        at.toString(),
                        team)
                .get(0);
    }

    /** State, and how many were addressed, accepted, out of reach; open messages. */
    private String progress(String announcement) {
        return town.records()
                .column(
                        "select concat_ws(' ', state, addressed, accepted, out_of_reach, open_messages)"
                                + " from announcement where id = cast(? as bigint)",
                        announcement)
                .get(0);
    }

    private List<LoggedRequest> sentSince(Instant since) {
        return town.line()
                .requests()
                .matching(request ->
                        !request.at().isBefore(since) && request.path().matches("/v2/bot/message/(push|multicast)"));
    }
}
