package jp.anpi.simulator.traffic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Every request the product made, oldest first. Kept in memory for the life of the simulator or until cleared. */
public final class RequestLog {

    private static final RequestWatch NOBODY = new RequestWatch() {};

    private final List<LoggedRequest> requests = new ArrayList<>();
    private volatile RequestWatch watch = NOBODY;
    private long count;

    /** From now on this one stands beside the way of the requests, and nobody else. */
    public void watch(RequestWatch newWatch) {
        watch = newWatch;
    }

    /** Nobody watches any more. */
    public void unwatch() {
        watch = NOBODY;
    }

    /** Tells who watches that a request has arrived. @return whether it goes on */
    public boolean arrived(String path) {
        return watch.arrived(path);
    }

    /** Numbers the request, keeps it, and tells who watches. */
    public LoggedRequest add(Function<Long, LoggedRequest> numbered) {
        LoggedRequest request = keep(numbered);
        watch.decided(request);
        return request;
    }

    private synchronized LoggedRequest keep(Function<Long, LoggedRequest> numbered) {
        LoggedRequest request = numbered.apply(++count);
        requests.add(request);
        return request;
    }

    public synchronized List<LoggedRequest> all() {
        return List.copyOf(requests);
    }

    /** Those whose path starts so, e.g. {@code /v2/bot/message/push}. */
    public List<LoggedRequest> to(String pathPrefix) {
        return matching(request -> request.path().startsWith(pathPrefix));
    }

    /** Those that took effect, whatever the caller was told. */
    public List<LoggedRequest> acceptedTo(String pathPrefix) {
        return matching(request -> request.accepted() && request.path().startsWith(pathPrefix));
    }

    public synchronized List<LoggedRequest> matching(Predicate<LoggedRequest> condition) {
        return requests.stream().filter(condition).toList();
    }

    /** The newest ones, newest first. */
    public synchronized List<LoggedRequest> newest(int atMost) {
        List<LoggedRequest> tail =
                new ArrayList<>(requests.subList(Math.max(0, requests.size() - atMost), requests.size()));
        Collections.reverse(tail);
        return tail;
    }

    public synchronized void clear() {
        requests.clear();
    }
}
