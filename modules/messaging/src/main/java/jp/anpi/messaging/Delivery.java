package jp.anpi.messaging;

/** What became of one request to the channel. */
public sealed interface Delivery {

    /** The channel took it, now or at an earlier attempt. Says nothing about who reads it. */
    record Accepted() implements Delivery {}

    /** Nobody among the recipients can be reached at all any more. */
    record NobodyLeft() implements Delivery {}

    /** The request itself is wrong and would be refused again. */
    record Refused(String error) implements Delivery {}

    /** What it says is wrong, to whomever it goes: our own fault, which only a change of the product mends. */
    record WordsRefused(String error) implements Delivery {}

    /** Too fast: try again in a moment. */
    record TooFast(String error) implements Delivery {}

    /** The month's messages are used up. */
    record QuotaUsedUp(String error) implements Delivery {}

    /**
     * The channel did not do its work: refused connection, time-out, server error, wrong token.
     *
     * @param maybeAccepted whether it could have taken the message all the same
     */
    record Unavailable(String error, boolean maybeAccepted) implements Delivery {}
}
