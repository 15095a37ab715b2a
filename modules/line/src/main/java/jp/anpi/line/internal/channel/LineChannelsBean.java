package jp.anpi.line.internal.channel;

import com.linecorp.bot.messaging.model.BotInfoResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.anpi.foundation.Settings;
import jp.anpi.foundation.Settings.LineSettings;
import jp.anpi.foundation.Typed;
import jp.anpi.line.ChannelStanding;
import jp.anpi.line.LineChannels;
import jp.anpi.line.internal.channel.ChannelTable.Kept;
import jp.anpi.line.internal.channel.ChannelTrials.Tried;
import jp.anpi.membership.Beginnings;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;

/** {@link LineChannels}: no transaction is open while LINE is asked. */
@ApplicationScoped
public class LineChannelsBean implements LineChannels, ChannelStanding {

    private static final Pattern CHANNEL_ID = Pattern.compile("[0-9]{1,20}");
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{0,500}");

    @Inject
    private Settings settings;

    @Inject
    private Organizations organizations;

    @Inject
    private ChannelRegister register;

    @Inject
    private ChannelTrials trials;

    @Inject
    private ChannelStore store;

    @Inject
    private Beginnings beginnings;

    @Override
    public Channel channel(StaffCaller caller) {
        caller.require(StaffRight.MANAGE_ORGANIZATION);
        int organization = caller.organizationId();
        Optional<Kept> entered = register.entered(organization);
        LineSettings inUse = register.of(organization);
        return new Channel(
                source(organization, entered),
                inUse.channelId(),
                inUse.basicId(),
                entered.filter(kept -> !register.fixed(organization)).map(Kept::accountName),
                inUse.channelAccessToken().isPresent(),
                entered.map(Kept::savedAt),
                webhook(organization),
                entered.map(Kept::version).orElse(0));
    }

    private Source source(int organization, Optional<Kept> entered) {
        if (register.fixed(organization)) {
            return Source.PROPERTIES;
        }
        return entered.isPresent() ? Source.ENTERED : Source.NONE;
    }

    private URI webhook(int organization) {
        return URI.create(settings.publicUrl() + "/line/webhook/"
                + organizations.byId(organization).key());
    }

    @Override
    public Trial tryNow(StaffCaller caller) {
        caller.require(StaffRight.MANAGE_ORGANIZATION);
        return tried(caller, register.of(caller.organizationId())).trial();
    }

    @Override
    public Entered enter(StaffCaller caller, Credentials typed, int version, Instant now) {
        caller.require(StaffRight.MANAGE_ORGANIZATION);
        if (register.fixed(caller.organizationId())) {
            throw new IllegalStateException("The properties of the installation name the channel");
        }
        Credentials credentials = new Credentials(
                Typed.narrow(typed.channelId()),
                typed.secret().strip(),
                typed.accessToken().strip());
        if (!readable(credentials)) {
            return new Entered(Tried.refused(Verdict.UNREADABLE).trial(), false, false);
        }
        LineSettings channel = new Kept(credentials, "", "", now, 0).settings(settings.line());
        Tried tried = tried(caller, channel);
        if (tried.account().isEmpty()) {
            return new Entered(tried.trial(), false, false);
        }
        if (isAnother(caller, tried.account().get()) && beginnings.of(caller).participants()) {
            return new Entered(Tried.refused(Verdict.PEOPLE_ELSEWHERE).trial(), false, false);
        }
        boolean kept = store.keep(caller, kept(credentials, tried.account().get(), now), version, now);
        return new Entered(tried.trial(), kept, !kept);
    }

    private boolean isAnother(StaffCaller caller, BotInfoResponse account) {
        return register.of(caller.organizationId())
                .basicId()
                .filter(known -> !known.equals(account.basicId()))
                .isPresent();
    }

    private static boolean readable(Credentials credentials) {
        return CHANNEL_ID.matcher(credentials.channelId()).matches()
                && SECRET.matcher(credentials.secret()).matches()
                && TOKEN.matcher(credentials.accessToken()).matches();
    }

    private static Kept kept(Credentials credentials, BotInfoResponse account, Instant now) {
        String name = Optional.ofNullable(account.displayName()).orElse("");
        return new Kept(credentials, account.basicId(), name, now, 0);
    }

    private Tried tried(StaffCaller caller, LineSettings channel) {
        int organization = caller.organizationId();
        String own = webhook(organization).toString();
        // The short address means the first organization.
        Set<String> expected = organization == organizations.first().id()
                ? Set.of(own, settings.publicUrl() + "/line/webhook")
                : Set.of(own);
        return trials.of(organization, channel, expected);
    }

    @Override
    public boolean connected(int organizationId) {
        return register.of(organizationId).missing().isEmpty();
    }

    @Override
    public List<String> missing() {
        return register.of(organizations.first().id()).missing();
    }
}
