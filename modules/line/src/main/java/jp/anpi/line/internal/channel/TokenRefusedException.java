package jp.anpi.line.internal.channel;

/** LINE issues no channel access token for this channel id and secret. */
final class TokenRefusedException extends NoAnswerException {

    private static final long serialVersionUID = 1L;

    TokenRefusedException(String message) {
        super(message, false);
    }
}
