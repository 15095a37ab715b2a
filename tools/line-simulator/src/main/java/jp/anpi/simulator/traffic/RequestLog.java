package jp.anpi.simulator.traffic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Every request the product made, oldest first. Kept in memory until cleared, or as far as it reaches. */
public final class RequestLog {

    private static final RequestWatch NOBODY = new RequestWatch() {};

    private final Recent<LoggedRequest> requests;
    private volatile RequestWatch watch = NOBODY;
    private long count;

    /** @param remembered how many of the newest are kept at least */
    public RequestLog(int remembered) {
        this.requests = new Recent<>(remembered);
    }

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
        return List.copyOf(requests.view());
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
        return requests.view().stream().filter(condition).toList();
    }

    /** The newest ones, newest first. */
    public synchronized List<LoggedRequest> newest(int atMost) {
        List<LoggedRequest> all = requests.view();
        List<LoggedRequest> tail = new ArrayList<>(all.subList(Math.max(0, all.size() - atMost), all.size()));
        Collections.reverse(tail);
        return tail;
    }

    public synchronized void clear() {
        requests.clear();
    }
}
