package jp.anpi.messaging;

/** The ways to a person beside the messaging platform. */
public enum ContactWay {
    /** E-mail. */
    MAIL,
    /** A phone number: SMS or a voice that reads the text, whatever the gateway does. */
    PHONE
}
