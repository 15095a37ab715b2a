package jp.anpi.system.chaos;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Everything that can befall a region, each time another thing. */
final class Mishaps {

    private static final int MOST_MILLIS = 900;
    private static final int MOST_REQUESTS = 4;

    private final Region region;
    private final Chance chance;

    Mishaps(Region region, Chance chance) {
        this.region = region;
        this.chance = chance;
    }

    /** What may happen now: killing a node is possible only while another lives. */
    Mishap next() {
        region.startFallen();
        Supplier<Mishap> cheap =
                chance.oneOf(List.of(this::cutOne, this::cutAll, this::killDatabase, this::killDatabase));
        Supplier<Mishap> dear =
                chance.oneOf(List.of(this::kill, this::killAtRequest, this::killAtRequest, this::freeze));
        boolean wantsDear = !chance.oneIn(4);
        boolean possible = region.up().size() == region.nodes().size();
        return wantsDear && possible ? dear.get() : cheap.get();
    }

    /** The power of the whole hall fails: nodes and PostgreSQL at once. */
    Mishap powerCut() {
        return new AtInstant(
                "power cut",
                someMillis(),
                region::killAll,
                () -> {
                    region.databaseAgain();
                    region.heal();
                },
                true);
    }

    /** PostgreSQL alone dies in mid-work, and comes back by what it has written down. */
    private Mishap killDatabase() {
        return new AtInstant(
                "kill -9 of PostgreSQL", someMillis(), () -> region.database().kill9(), region::databaseAgain, true);
    }

    private Mishap kill() {
        Node node = chance.oneOf(region.nodes());
        return new AtInstant("kill -9 of " + node, someMillis(), node::kill9, node::startInBackground, false);
    }

    private Mishap killAtRequest() {
        return new AtRequest(
                "kill -9", region, chance.oneIn(2), chance.upTo(MOST_REQUESTS), Node::kill9, Node::startInBackground);
    }

    private Mishap freeze() {
        return new AtRequest("freeze", region, chance.oneIn(2), chance.upTo(MOST_REQUESTS), Node::freeze, node -> {
            node.cutIdleTransactions();
            node.resume();
        });
    }

    private Mishap cutOne() {
        Node node = chance.oneOf(region.nodes());
        return new AtInstant("connections of " + node + " cut", someMillis(), node::cut, () -> {}, false);
    }

    private Mishap cutAll() {
        return new AtInstant(
                "all connections cut", someMillis(), () -> region.nodes().forEach(Node::cut), () -> {}, false);
    }

    private Duration someMillis() {
        return Duration.ofMillis(chance.upTo(MOST_MILLIS));
    }
}
