package jp.anpi.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jp.anpi.line.LineChannelChanged;
import jp.anpi.line.internal.channel.Channels;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The channel of one organization cannot be read: the others go on speaking (E-20). */
class UnreadableChannelTest extends InContainer {

    @Inject
    private Channels channels;

    @Inject
    private SecondOrganization organizations;

    @Inject
    private Event<LineChannelChanged> changed;

    @Inject
    private Jdbi jdbi;

    private int second;

    @AfterEach
    void it_has_none() {
        jdbi.useHandle(handle -> handle.execute("delete from line_channel where organization_id = ?", second));
        jdbi.useHandle(handle -> handle.execute("delete from set_aside where work = 'line-channel'"));
        changed.fire(new LineChannelChanged(second));
    }

    @Test
    @DisplayName("E-20: a secret that does not open stops nobody else's channel, and is shown")
    void a_secret_that_does_not_open_is_set_aside() {
        second = organizations.found(town.id());
        jdbi.useHandle(handle -> handle.execute(
                "insert into line_channel (organization_id, channel_id, basic_id, account_name, sealed,"
                        + " long_lived_token, saved_at) values (?, '2000000002', '@second', '隣の市', ?, false, ?)",
                second,
                new byte[] {1, 2, 3, 4, 5, 6},
                town.now()));
        // As at a start: nothing is known yet.
        changed.fire(new LineChannelChanged(second));

        int third = organizations.found(town.id());
        assertThat(channels.of(third)).as("speaks through the installation's").isEqualTo(channels.of(town.id()));
        assertThat(channels.of(second).canSpeak())
                .as("and not through another's")
                .isFalse();
        assertThat(channels.of(second).channelSecret()).isEmpty();
        assertThat(town.count("set_aside where work = 'line-channel' and organization_id = ?", second))
                .isOne();
    }
}
