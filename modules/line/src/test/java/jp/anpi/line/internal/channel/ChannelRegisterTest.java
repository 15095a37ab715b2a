package jp.anpi.line.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.anpi.foundation.ManualClock;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.SettingsReader;
import jp.anpi.line.LineChannels.Credentials;
import jp.anpi.line.internal.channel.ChannelTable.Kept;
import org.junit.jupiter.api.Test;

/** Which channel counts, and when a change at another node is seen. */
class ChannelRegisterTest {

    private final ManualClock wall = new ManualClock(Fakes.NOON);
    private final OtherNodes table = new OtherNodes();

    @Test
    void a_secret_that_was_entered_at_another_node_counts_for_the_first_delivery_that_it_signs() {
        table.enter(1, "first secret", 1);
        ChannelRegister register = register(Map.of());
        assertThat(register.of(1).channelSecret()).contains("first secret");

        table.enter(1, "second secret", 2);
        assertThat(register.of(1).channelSecret()).as("kept in memory").contains("first secret");
        register.doubted(1);

        assertThat(register.of(1).channelSecret()).contains("second secret");
    }

    @Test
    void a_flood_of_forged_deliveries_costs_a_query_now_and_then() {
        table.enter(1, "secret", 1);
        ChannelRegister register = register(Map.of());
        register.of(1);
        for (int i = 0; i < 10_000; i++) {
            register.doubted(1);
        }
        assertThat(table.asked).isEqualTo(1);
        wall.advance(Duration.ofMillis(200));
        register.doubted(1);
        assertThat(table.asked).isEqualTo(2);
    }

    @Test
    void those_who_waited_for_a_slow_look_do_not_begin_another() {
        table.enter(1, "secret", 1);
        ChannelRegister register = register(Map.of());
        register.of(1);
        table.meanwhile = () -> wall.advance(Duration.ofSeconds(1));
        register.doubted(1);
        register.doubted(1);
        assertThat(table.asked).isEqualTo(1);
    }

    @Test
    void what_the_properties_name_is_never_looked_for() {
        ChannelRegister register = register(Map.of("anpi.line.channel-secret", "told"));
        register.doubted(1);
        assertThat(table.asked).isZero();
        assertThat(register.of(1).channelSecret()).contains("told");
    }

    @Test
    void while_the_database_is_away_the_known_channel_goes_on() {
        table.enter(1, "secret", 1);
        ChannelRegister register = register(Map.of());
        register.of(1);
        table.away = true;
        register.doubted(1);
        assertThat(register.of(1).channelSecret()).contains("secret");
    }

    @Test
    void a_channel_of_its_own_never_carries_the_account_of_the_installation() {
        table.enter(2, "secret", 1);
        ChannelRegister register =
                register(Map.of("anpi.line.channel-secret", "told", "anpi.line.basic-id", "@installation"));
        assertThat(register.of(1).basicId()).contains("@installation");
        assertThat(register.of(2).basicId()).contains("@entered-2");
        assertThat(register.of(3).basicId())
                .as("speaks through the installation's")
                .contains("@installation");
    }

    private ChannelRegister register(Map<String, String> properties) {
        Settings settings = SettingsReader.read(property -> Optional.ofNullable(properties.get(property)));
        ChannelRegister register = new ChannelRegister();
        register.settings = settings;
        register.organizations = Fakes.organizations();
        register.table = table;
        register.wall = wall;
        return register;
    }

    /** What other nodes enter, and how often it is looked for. */
    private static final class OtherNodes extends ChannelTable {
        private final Map<Integer, Kept> entered = new HashMap<>();
        private int asked;
        private boolean away;
        private Runnable meanwhile = () -> {};

        void enter(int organization, String secret, int version) {
            Credentials credentials = new Credentials("2000000001", secret, "");
            entered.put(organization, new Kept(credentials, "@entered-" + organization, "", Fakes.NOON, version));
        }

        @Override
        Map<Integer, Integer> versions() {
            asked++;
            meanwhile.run();
            if (away) {
                throw new IllegalStateException("database");
            }
            return entered.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                    .version()));
        }

        @Override
        Map<Integer, Kept> all() {
            return Map.copyOf(entered);
        }
    }
}
