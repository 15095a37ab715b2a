package jp.anpi.line.internal.channel;

import com.linecorp.bot.client.base.ApiAuthenticatedClientBuilder;
import com.linecorp.bot.messaging.client.MessagingApiBlobClient;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import jp.anpi.foundation.Settings.LineSettings;

/** The clients of one channel, built once and shared by all threads. */
public final class LineConnection implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final int PARALLEL = 32;

    private final WireListener wire = new WireListener();
    private final MessagingApiClient api;
    private final MessagingApiBlobClient data;
    private volatile boolean closed;

    LineConnection(LineSettings settings, Clock wall) {
        this(settings, wall, ANSWER);
    }

    /** @param patience how long to wait for the next bytes of an answer */
    LineConnection(LineSettings settings, Clock wall, Duration patience) {
        WireInterceptor interceptor = new WireInterceptor(new ChannelTokens(settings, wall), wire);
        api = build(MessagingApiClient.class, settings.apiBaseUrl(), interceptor, patience);
        data = build(MessagingApiBlobClient.class, settings.dataBaseUrl(), interceptor, patience);
    }

    /** @throws IllegalStateException after the end */
    public MessagingApiClient api() {
        if (closed) {
            throw new IllegalStateException("The connection to LINE is closed");
        }
        return api;
    }

    /** For content, which LINE serves at a host of its own. */
    public MessagingApiBlobClient data() {
        return data;
    }

    @Override
    public void close() {
        closed = true;
        wire.close();
    }

    private <T> T build(Class<T> client, URI host, WireInterceptor interceptor, Duration patience) {
        var builder = new ApiAuthenticatedClientBuilder<>(host.resolve("/"), client, new Refusals(wire), "");
        // The token comes from the interceptor.
        builder.addAuthenticationHeader(false);
        // The SDK's logger prints bodies and the token.
        builder.usingDefaultLogger(false);
        builder.connectTimeout(CONNECT);
        builder.readTimeout(patience);
        builder.writeTimeout(patience);
        builder.maxRequestsPerHost(PARALLEL);
        builder.addInterceptor(interceptor);
        builder.setEventListener(wire);
        return builder.build();
    }
}
