package jp.anpi.foundation;

import java.util.Comparator;
import java.util.List;

/**
 * The names of all properties there are, in the order of {@code payara-config/sample.properties}.
 *
 * <p>A name that is none of them is a slip of the pen, and what it was meant to set would silently stay as it is.
 */
public final class PropertyNames {

    /** Every property that {@link SettingsReader} asks for. */
    public static final List<String> ALL = List.of(
            "anpi.http.port",
            "anpi.http.address",
            "anpi.public-url",
            "anpi.data.dir",
            "anpi.keys.file",
            "anpi.db.url",
            "anpi.db.user",
            "anpi.db.password",
            "anpi.db.migration-user",
            "anpi.db.migration-password",
            "anpi.line.channel-secret",
            "anpi.line.channel-access-token",
            "anpi.line.channel-id",
            "anpi.line.basic-id",
            "anpi.line.api-base-url",
            "anpi.line.data-base-url",
            "anpi.mail.host",
            "anpi.mail.port",
            "anpi.mail.tls",
            "anpi.mail.user",
            "anpi.mail.password",
            "anpi.mail.from",
            "anpi.staff.emails",
            "anpi.gateway.url",
            "anpi.gateway.token",
            "anpi.organization.key",
            "anpi.organization.name",
            "anpi.organization.preset",
            "anpi.organization.extra-watchers",
            "anpi.admin.user",
            "anpi.admin.password",
            "anpi.staff.second-factor-roles",
            "anpi.log.format",
            "anpi.audit.ping-url",
            "anpi.profile",
            "anpi.clock");

    private PropertyNames() {}

    /** The property that was most probably meant. */
    public static String nearest(String unknown) {
        return ALL.stream()
                .min(Comparator.comparingInt(known -> distance(unknown, known)))
                .orElseThrow();
    }

    /**
     * How far apart two names are: letters left out count one each, letters too many or wrong ones two, since most
     * slips forget a part of the name.
     */
    private static int distance(String unknown, String known) {
        int[] row = new int[known.length() + 1];
        for (int j = 0; j <= known.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= unknown.length(); i++) {
            int diagonal = row[0];
            row[0] = 2 * i;
            for (int j = 1; j <= known.length(); j++) {
                int exchanged = diagonal + (unknown.charAt(i - 1) == known.charAt(j - 1) ? 0 : 2);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j] + 2, row[j - 1] + 1));
            }
        }
        return row[known.length()];
    }
}
