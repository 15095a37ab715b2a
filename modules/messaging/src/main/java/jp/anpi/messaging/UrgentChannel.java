package jp.anpi.messaging;

/**
 * One way to people beside the messaging platform, for what it does not take (E-9).
 *
 * <p>A vendor brings a way of their own by a CDI bean of this type; where several for the same {@link ContactWay} are
 * configured, any of them is used, so configure one. See {@code docs/extending.md}.
 */
public interface UrgentChannel {

    /** Which kind of address it takes. */
    ContactWay way();

    /** Whether the installation was told how to reach it; an unconfigured one is never used nor offered to people. */
    boolean configured();

    /**
     * Sends one message, at least once, within half a minute. Never throws: every failure is one of the outcomes.
     *
     * <p>{@link Delivery.Refused} says that this address will never take it, {@link Delivery.Unavailable} and
     * {@link Delivery.TooFast} that it may later. No error holds an address or a text.
     */
    Delivery send(UrgentMessage message);
}
