package jp.anpi.simulator.traffic;

/** The ways in which a platform lets its caller down, told apart by whether the request took effect. */
public enum FaultKind {
    /** The connection closes without an answer and nothing was accepted. */
    DROP_BEFORE_ACCEPT,
    /** 500 with LINE's error body; nothing was accepted. */
    SERVER_ERROR_BEFORE_ACCEPT,
    /** 502 with the HTML page of a proxy instead of JSON; nothing was accepted. */
    BAD_GATEWAY_HTML,
    /** 503; nothing was accepted. */
    SERVICE_UNAVAILABLE,
    /** 429 "wait a moment"; nothing was accepted. */
    RATE_LIMITED,
    /** 429 "no more this month"; nothing was accepted. */
    MONTHLY_LIMIT,
    /** The request is accepted, but the caller is told 500. */
    SERVER_ERROR_AFTER_ACCEPT,
    /** The request is accepted, but the connection closes before the answer. */
    DROP_AFTER_ACCEPT,
    /** The request is accepted and answered, after a delay. */
    SLOW;

    /** Whether the request still takes effect. */
    public boolean accepts() {
        return this == SERVER_ERROR_AFTER_ACCEPT || this == DROP_AFTER_ACCEPT || this == SLOW;
    }

    /** Whether the caller gets no answer at all. */
    public boolean drops() {
        return this == DROP_BEFORE_ACCEPT || this == DROP_AFTER_ACCEPT;
    }
}
