package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import jp.anpi.launcher.EmbeddedDatabase;
import jp.anpi.launcher.Installation;
import jp.anpi.launcher.Instance;
import jp.anpi.launcher.ProductProcess;
import jp.anpi.launcher.PropertySources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A channel that is entered at one node is spoken by the other too, from the next delivery on. One of the long forms. */
@EnabledIfSystemProperty(named = "anpi.test.full", matches = "true")
class ChannelOnTwoNodesTest {

    @Test
    void what_is_entered_at_one_node_opens_the_webhook_of_the_other() throws IOException {
        try (Town town = Town.with(Map.of("anpi.line.channel-secret", "", "anpi.line.channel-access-token", ""));
                Instance other = second(town)) {
            other.awaitReady();
            Post post = new Post(other.address());
            assertThat(post.events()).as("nobody's secret is known").isEqualTo(401);

            StaffVisitor administrator = new StaffVisitor(town.address());
            administrator.signIn("admin", Town.STAFF_PASSWORD);
            StaffVisitor.Form form = StaffVisitor.forms(
                            administrator.get("/admin/channel").body())
                    .stream()
                    .filter(one -> one.fields().containsKey("channel:secret"))
                    .findFirst()
                    .orElseThrow();
            String answer = administrator
                    .post(
                            form.with("channel:channelId", "2000000001")
                                    .with("channel:secret", Town.SECRET)
                                    .with("channel:token", ""),
                            Map.of())
                    .body();
            assertThat(answer).contains("LINE公式アカウントをつなぎました");

            assertThat(post.events()).as("the first delivery, at once").isEqualTo(200);
        }
    }

    /** On the same database, with the same keys, at the same time of its own clock. */
    private static Instance second(Town town) throws IOException {
        EmbeddedDatabase database = town.database();
        Map<String, String> properties = new HashMap<>(Map.of(
                "anpi.http.port",
                Integer.toString(Town.freePort()),
                "anpi.data.dir",
                Files.createTempDirectory("anpi-second").toString(),
                "anpi.keys.file",
                town.directory().resolve("keys/personal-fields.json").toString(),
                "anpi.profile",
                "dev",
                "anpi.clock",
                "manual:2026-11-22T07:00:00+09:00",
                "anpi.db.url",
                database.url(),
                "anpi.db.user",
                database.user(),
                "anpi.db.password",
                database.password(),
                "anpi.line.api-base-url",
                town.line().url().toString()));
        return Instance.start(
                Installation.locate(), PropertySources.of(properties), ProductProcess.Options.quick(), step -> {});
    }
}
