package jp.anpi.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.messaging.ChannelContact.Doubt;
import jp.anpi.messaging.ChannelContact.Way;
import org.junit.jupiter.api.Test;

/** What two nodes notice about the contact, in one real database (E-8, E-18). */
class ContactBookTest {

    private static final int ORGANIZATION = 1;
    private static final Instant NOON = OutboxDatabase.NOON;

    private final ContactTable table = new ContactTable();
    private final ContactBook one = new ContactBook();
    private final ContactBook other = new ContactBook();

    ContactBookTest() {
        table.jdbi = new OutboxDatabase().jdbi;
        one.table = table;
        other.table = table;
    }

    @Test
    void e8_e18_what_one_node_missed_is_restored_by_the_next_that_another_hears() {
        other.heard(ORGANIZATION, NOON);
        other.doubts();
        one.missed(ORGANIZATION, NOON.plusSeconds(5));
        assertThat(one.doubts()).extracting(Doubt::restoredAt).containsExactly(Optional.empty());
        other.doubts();
        other.heard(ORGANIZATION, NOON.plusSeconds(20));
        assertThat(other.doubts())
                .as("though the other has noted a success in this minute")
                .extracting(Doubt::restoredAt)
                .containsExactly(Optional.of(NOON.plusSeconds(20)));
    }

    @Test
    void e8_without_doubt_success_is_written_once_a_minute() {
        one.heard(ORGANIZATION, NOON);
        assertThat(one.doubts()).isEmpty();
        one.heard(ORGANIZATION, NOON.plusSeconds(59));
        assertThat(one.hasNews()).isFalse();
        one.heard(ORGANIZATION, NOON.plusSeconds(60));
        assertThat(one.hasNews()).isTrue();
        assertThat(List.of(Way.IN, Way.OUT))
                .filteredOn(way -> one.proven(way, NOON.plusSeconds(60)).contains(ORGANIZATION))
                .containsExactly(Way.IN);
    }

    @Test
    void e18_of_two_nodes_one_asks_and_again_only_when_it_is_time() {
        one.heard(ORGANIZATION, NOON);
        Instant later = NOON.plusSeconds(600);
        assertThat(List.of(one.unlookedAt(Way.IN, NOON), other.unlookedAt(Way.IN, NOON)))
                .as("both look")
                .allMatch(unlooked -> unlooked.contains(ORGANIZATION));
        assertThat(List.of(
                        one.mayAsk(ORGANIZATION, Way.IN, later, NOON), other.mayAsk(ORGANIZATION, Way.IN, later, NOON)))
                .as("one asks")
                .containsExactly(true, false);
        assertThat(other.unlookedAt(Way.IN, NOON)).isEmpty();
        Instant tenMinutesAfter = later.plusSeconds(600);
        assertThat(other.mayAsk(ORGANIZATION, Way.IN, tenMinutesAfter, later)).isTrue();
    }
}
