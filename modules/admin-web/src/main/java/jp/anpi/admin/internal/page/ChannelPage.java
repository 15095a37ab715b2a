package jp.anpi.admin.internal.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import jp.anpi.admin.internal.Words;
import jp.anpi.admin.internal.door.SignedIn;
import jp.anpi.line.LineChannels;
import jp.anpi.line.LineChannels.Channel;
import jp.anpi.line.LineChannels.Credentials;
import jp.anpi.line.LineChannels.Entered;
import jp.anpi.line.LineChannels.Source;
import jp.anpi.line.LineChannels.Trial;
import jp.anpi.line.LineChannels.Verdict;
import jp.anpi.membership.StaffCaller;

/** The official account: entered, tried with LINE, and kept; its secrets are never shown again. */
@Named
@RequestScoped
public class ChannelPage {

    @Inject
    private SignedIn me;

    @Inject
    private LineChannels channels;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private StaffCaller caller;
    private Words words;
    private Channel channel;
    private Trial trial;
    private String channelId;
    private String secret = "";
    private String token = "";
    private boolean kept;
    private boolean conflict;

    @PostConstruct
    void open() {
        caller = me.caller();
        words = me.words();
        channel = channels.channel(caller);
        channelId = channel.channelId().orElse("");
    }

    /** Tries the channel in use. */
    public void tryNow() {
        trial = channels.tryNow(caller);
    }

    /** Tries what was typed, and keeps it where LINE takes it. */
    public void enter() {
        Entered entered = channels.enter(
                caller,
                new Credentials(channelId, secret, token),
                Numbers.typed(request.getParameter("version")),
                clock.instant());
        trial = entered.trial();
        kept = entered.kept();
        conflict = entered.conflict();
        channel = channels.channel(caller);
    }

    public Channel getChannel() {
        return channel;
    }

    public boolean isFixed() {
        return channel.source() == Source.PROPERTIES;
    }

    public boolean isConnected() {
        return channel.source() != Source.NONE;
    }

    public String getStanding() {
        return words.of(
                "channel.source." + channel.source(),
                channel.accountName().or(channel::basicId).orElse(""));
    }

    public String getBasicId() {
        return channel.basicId().orElseGet(() -> words.of("channel.unknown"));
    }

    public String getSince() {
        return channel.savedAt()
                .filter(at -> !isFixed())
                .map(at -> words.moment(at, me.organization().zone()))
                .orElse("");
    }

    public boolean isKept() {
        return kept;
    }

    /** Blank where nothing is wrong with the credentials. */
    public String getProblem() {
        if (conflict) {
            return words.of("channel.conflict");
        }
        return trial == null || trial.verdict() == Verdict.GOOD ? "" : words.of("channel." + trial.verdict());
    }

    /** The account's name where LINE has told it just now; blank otherwise. */
    public String getAccount() {
        return trial == null || trial.verdict() != Verdict.GOOD
                ? ""
                : words.of("channel.GOOD", trial.account().orElse(""));
    }

    /** Whether deliveries arrive, where it was tried; blank otherwise. */
    public String getWebhook() {
        return getAccount().isEmpty()
                ? ""
                : words.of(
                        "channel.webhook." + trial.webhook(),
                        channel.webhook(),
                        trial.reason().orElse(""));
    }

    public boolean isReached() {
        return trial != null && trial.webhook() == LineChannels.Webhook.REACHED;
    }

    public String getChannelId() {
        return channelId;
    }

    public void setChannelId(String channelId) {
        this.channelId = Objects.toString(channelId, "");
    }

    public String getSecret() {
        return "";
    }

    public void setSecret(String secret) {
        this.secret = Objects.toString(secret, "");
    }

    public String getToken() {
        return "";
    }

    public void setToken(String token) {
        this.token = Objects.toString(token, "");
    }
}
