package jp.anpi.simulator.chat;

/** The way by which an entry came into the chat. */
public enum Via {
    REPLY,
    PUSH,
    MULTICAST,
    BROADCAST,
    NARROWCAST,
    PHONE,
    LINE
}
