package jp.anpi.townlife;

/** Why somebody was alarmed. */
enum Cause {
    SILENT_FOR_GOOD("silent for good, which is what it is for"),
    PHONE_CHANGED("phone changed, the old account stays silent"),
    AWAY("away without a pause"),
    SLOW("slow, the answer came too late"),
    FORGOT("forgot, the reminder too"),
    ANSWERED_IN_AN_OUTAGE("answered in vain in an outage, was asked again, and did not answer again"),
    OURS("OURS");

    private final String words;

    Cause(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
