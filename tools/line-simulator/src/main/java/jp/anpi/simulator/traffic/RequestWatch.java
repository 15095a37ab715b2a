package jp.anpi.simulator.traffic;

/**
 * Stands beside the way of every request, and may hold one there for as long as it likes while others pass: so that a
 * test knows where the product is when it is struck.
 */
public interface RequestWatch {

    /**
     * A request has arrived; nothing is decided yet.
     *
     * @return whether it goes on; else the connection closes and nothing was accepted
     */
    default boolean arrived(String path) {
        return true;
    }

    /** The request took effect, or did not; whoever made it has not been told yet. */
    default void decided(LoggedRequest request) {}
}
