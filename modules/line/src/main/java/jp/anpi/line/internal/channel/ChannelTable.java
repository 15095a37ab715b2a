package jp.anpi.line.internal.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.anpi.foundation.DueRow;
import jp.anpi.foundation.FailureSummary;
import jp.anpi.foundation.PersonalFields;
import jp.anpi.foundation.SealedColumn;
import jp.anpi.foundation.SetAside;
import jp.anpi.foundation.Settings.LineSettings;
import jp.anpi.foundation.UnreadableFieldException;
import jp.anpi.line.LineChannels.Credentials;
import org.jdbi.v3.core.Jdbi;

/** The SQL of channels that were entered; their secrets stand there sealed. */
@ApplicationScoped
public class ChannelTable {

    static final SealedColumn SEALED = new SealedColumn("line_channel", "organization_id", "sealed");

    private static final String BETWEEN = "\n";

    /** A channel as it was entered. Without a secret it could not be opened: it says nothing, and nobody else speaks for it. */
    record Kept(Credentials credentials, String basicId, String accountName, Instant savedAt, int version) {

        /** With the addresses of the installation, and nothing else of it: another account may be named there. */
        LineSettings settings(LineSettings installation) {
            return new LineSettings(
                    installation.apiBaseUrl(),
                    installation.dataBaseUrl(),
                    Optional.of(credentials.secret()).filter(secret -> !secret.isEmpty()),
                    Optional.of(credentials.accessToken()).filter(token -> !token.isEmpty()),
                    Optional.of(credentials.channelId()),
                    Optional.of(basicId).filter(id -> !id.isEmpty()));
        }
    }

    private static final Logger LOG = System.getLogger(ChannelTable.class.getName());

    /** The name under which one that does not open is set aside. */
    private static final String WORK = "line-channel";

    @Inject
    private Jdbi jdbi;

    @Inject
    private SetAside setAside;

    @Inject
    private Clock clock;

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
        return new Kept(
                credentials(row),
                row.getString("basic_id"),
                row.getString("account_name"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    /** One organization's that cannot be opened stops nobody else's (E-20); entered anew, it is whole again. */
    private Credentials credentials(ResultSet row) throws SQLException {
        int organization = row.getInt("organization_id");
        String channelId = row.getString("channel_id");
        try {
            String[] secrets =
                    fields.open(SEALED.in(organization), row.getBytes("sealed")).split(BETWEEN, 2);
            return new Credentials(channelId, secrets[0], secrets[1]);
        } catch (UnreadableFieldException sealed) {
            String error = FailureSummary.of(sealed);
            LOG.log(Level.ERROR, "The channel of organization {0} cannot be opened: {1}", organization, error);
            DueRow place = new DueRow(organization, Integer.toString(organization));
            setAside.failed(WORK, place, error, clock.instant(), Optional.empty());
            return new Credentials(channelId, "", "");
        }
    }

    /** @return whether it was kept: not where somebody else did meanwhile */
    boolean keep(int organizationId, Kept channel, int before) {
        Credentials credentials = channel.credentials();
        setAside.forget(WORK, Integer.toString(organizationId));
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
