package jp.anpi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

/**
 * The town of tests that no other should have to follow: they take its database away, found another organization in it,
 * refuse rows or turn its keys. It has a post office, and a log for programs.
 *
 * <p>Started once for all of them that run in one process, in any order: each adds people of its own, and looks for
 * nothing but what it caused itself.
 */
final class ProvingGround {

    static final String OFFICE = "office@midori.example.jp";

    private static ProvingGround only;
    private static boolean visited;

    private final PostOffice post = new PostOffice();
    private final Town town;

    private ProvingGround() {
        Map<String, String> properties = new HashMap<>(post.properties());
        properties.put("anpi.log.format", "json");
        town = Town.with(properties);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        town.settle();
        assertThat(PostOffice.pressed(post.lastTo(OFFICE).link())).isEqualTo(200);
    }

    static Town town() {
        return get().town;
    }

    static PostOffice post() {
        return get().post;
    }

    /** Leaves nobody to be asked or told, if somebody was here since the last time. */
    static synchronized void rest() {
        if (visited) {
            visited = false;
            Rest.of(only.town);
        }
    }

    private static synchronized ProvingGround get() {
        if (only == null) {
            only = new ProvingGround();
        }
        visited = true;
        return only;
    }

    private void close() {
        town.close();
        post.close();
    }
}
