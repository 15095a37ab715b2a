package jp.anpi.system.chaos;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import jp.anpi.simulator.traffic.LoggedRequest;
import jp.anpi.simulator.traffic.RequestWatch;

/** Strikes the node that is sending, while LINE has its request in hands: before it was accepted, or after. */
final class AtRequest implements Mishap, RequestWatch {

    private static final String SENDING = "/v2/bot/message/";

    private final String name;
    private final Region region;
    private final boolean beforeAcceptance;
    private final AtomicInteger countdown;
    private final Consumer<Node> strike;
    private final Consumer<Node> mend;
    private final AtomicReference<Node> victim = new AtomicReference<>();

    AtRequest(
            String name,
            Region region,
            boolean beforeAcceptance,
            int number,
            Consumer<Node> strike,
            Consumer<Node> mend) {
        this.name = name;
        this.region = region;
        this.beforeAcceptance = beforeAcceptance;
        this.countdown = new AtomicInteger(number);
        this.strike = strike;
        this.mend = mend;
    }

    @Override
    public void begin() {
        region.line().requests().watch(this);
    }

    @Override
    public boolean arrived(String path) {
        return !beforeAcceptance || !strikes(path);
    }

    @Override
    public void decided(LoggedRequest request) {
        if (!beforeAcceptance) {
            strikes(request.path());
        }
    }

    private boolean strikes(String path) {
        boolean now = path.startsWith(SENDING)
                && !path.endsWith("reply")
                && !path.contains("quota")
                && countdown.decrementAndGet() == 0;
        // In the middle of a transaction while LINE has its request: that is who is sending.
        List<Node> sending =
                now ? region.nodes().stream().filter(Node::isInTransaction).toList() : List.of();
        sending.stream().findFirst().ifPresent(node -> {
            strike.accept(node);
            victim.set(node);
        });
        return !sending.isEmpty();
    }

    @Override
    public void end() {
        region.line().requests().unwatch();
        if (victim.get() != null) {
            mend.accept(victim.get());
        }
    }

    @Override
    public String toString() {
        return name + " at request " + countdown.get() + (beforeAcceptance ? " before" : " after") + " its acceptance";
    }
}
