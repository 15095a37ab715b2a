package jp.anpi.reporting;

/** What a service wants to know of those who take part: on paper it must not promise more than it keeps. */
public enum Disclosure {
    /** A number, and a nickname for whoever likes one. */
    NOTHING,
    /** Name, address and phone number, because staff call and visit. */
    NAME_AND_ADDRESS;

    private static final String WITH_CALLS = "MIMAMORI";

    /** @param preset name of the service that an organization started with */
    public static Disclosure of(String preset) {
        return preset.equals(WITH_CALLS) ? NAME_AND_ADDRESS : NOTHING;
    }
}
