package jp.anpi.line.internal.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.anpi.foundation.PersonalFields;
import jp.anpi.foundation.SealedColumn;
import jp.anpi.foundation.Settings.LineSettings;
import jp.anpi.line.LineChannels.Credentials;
import org.jdbi.v3.core.Jdbi;

/** The SQL of channels that were entered; their secrets stand there sealed. */
@ApplicationScoped
public class ChannelTable {

    static final SealedColumn SEALED = new SealedColumn("line_channel", "organization_id", "sealed");

    private static final String BETWEEN = "\n";

    /** A channel as it was entered. */
    record Kept(Credentials credentials, String basicId, String accountName, Instant savedAt, int version) {

        /** With the addresses of the installation, and nothing else of it: another account may be named there. */
        LineSettings settings(LineSettings installation) {
            return new LineSettings(
                    installation.apiBaseUrl(),
                    installation.dataBaseUrl(),
                    Optional.of(credentials.secret()),
                    Optional.of(credentials.accessToken()).filter(token -> !token.isEmpty()),
                    Optional.of(credentials.channelId()),
                    Optional.of(basicId).filter(id -> !id.isEmpty()));
        }
    }

    @Inject
    private Jdbi jdbi;

    @Inject
    private PersonalFields fields;

    @Produces
    SealedColumn sealed() {
        return SEALED;
    }

    Map<Integer, Integer> versions() {
        return jdbi.withHandle(handle -> handle.createQuery("select organization_id, version from line_channel")
                .map((row, context) -> Map.entry(row.getInt("organization_id"), row.getInt("version")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Map<Integer, Kept> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from line_channel")
                .map((row, context) -> Map.entry(row.getInt("organization_id"), kept(row)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Kept kept(ResultSet row) throws SQLException {
        String[] secrets = fields.open(SEALED.in(row.getInt("organization_id")), row.getBytes("sealed"))
                .split(BETWEEN, 2);
        return new Kept(
                new Credentials(row.getString("channel_id"), secrets[0], secrets[1]),
                row.getString("basic_id"),
                row.getString("account_name"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    /** @return whether it was kept: not where somebody else did meanwhile */
    boolean keep(int organizationId, Kept channel, int before) {
        Credentials credentials = channel.credentials();
        byte[] sealed =
                fields.seal(SEALED.in(organizationId), credentials.secret() + BETWEEN + credentials.accessToken());
        return jdbi.withHandle(handle -> handle.createUpdate("insert into line_channel (organization_id, channel_id,"
                                + " basic_id, account_name, sealed, long_lived_token, saved_at)"
                                + " select :organization, :channel, :basicId, :name, :sealed, :token, :now"
                                + " where :before = coalesce((select version from line_channel"
                                + " where organization_id = :organization), 0)"
                                + " on conflict (organization_id) do update set channel_id = excluded.channel_id,"
                                + " basic_id = excluded.basic_id, account_name = excluded.account_name,"
                                + " sealed = excluded.sealed, long_lived_token = excluded.long_lived_token,"
                                + " saved_at = excluded.saved_at, version = line_channel.version + 1"
                                + " where line_channel.version = :before")
                        .bind("organization", organizationId)
                        .bind("channel", credentials.channelId())
                        .bind("basicId", channel.basicId())
                        .bind("name", channel.accountName())
                        .bind("sealed", sealed)
                        .bind("token", !credentials.accessToken().isEmpty())
                        .bind("now", channel.savedAt())
                        .bind("before", before)
                        .execute()
                == 1);
    }
}
