package jp.anpi.simulator.webhook;

/** How the platform behaves towards the webhook beyond the plain case; every switch is off at the start but "active". */
public final class WebhookSwitches {

    private volatile boolean active = true;
    private volatile boolean standby;
    private volatile boolean sentTwice;
    private volatile boolean escaped;
    private volatile boolean groupPostbackNamesUser;

    /** "Use webhook" of the console: off means that events are lost. */
    public void active(boolean on) {
        active = on;
    }

    /** Another module has the conversation: mode {@code standby}, no reply tokens. */
    public void standby(boolean on) {
        standby = on;
    }

    /** Every POST is sent twice with the same ids and without the mark of a redelivery, as LINE warns may happen. */
    public void sentTwice(boolean on) {
        sentTwice = on;
    }

    /** Non-ASCII characters travel as escapes: the same JSON, other bytes, another signature. */
    public void escapeNonAscii(boolean on) {
        escaped = on;
    }

    /**
     * Whether a postback in a group says who pressed. LINE documents the user id for message events only, so the
     * default is that it does not.
     */
    public void groupPostbackNamesUser(boolean on) {
        groupPostbackNamesUser = on;
    }

    public boolean isActive() {
        return active;
    }

    public boolean isStandby() {
        return standby;
    }

    public boolean isSentTwice() {
        return sentTwice;
    }

    public boolean isEscapingNonAscii() {
        return escaped;
    }

    public boolean doesGroupPostbackNameUser() {
        return groupPostbackNamesUser;
    }
}
