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

    LineConnection(LineSettings settings, Clock wall) {
        WireInterceptor interceptor = new WireInterceptor(new ChannelTokens(settings, wall), wire);
        // The token comes from the interceptor: a supplier that fails would bring down the client's thread.
        api = build(MessagingApiClient.builder(() -> ""), settings.apiBaseUrl(), interceptor);
        data = build(MessagingApiBlobClient.builder(() -> ""), settings.dataBaseUrl(), interceptor);
    }

    public MessagingApiClient api() {
        return api;
    }

    /** For content, which LINE serves at a host of its own. */
    public MessagingApiBlobClient data() {
        return data;
    }

    @Override
    public void close() {
        wire.close();
    }

    private <T> T build(ApiAuthenticatedClientBuilder<T> builder, URI host, WireInterceptor interceptor) {
        builder.addAuthenticationHeader(false);
        builder.apiEndPoint(host.resolve("/"));
        // The SDK's logger prints bodies and the token.
        builder.usingDefaultLogger(false);
        builder.connectTimeout(CONNECT);
        builder.readTimeout(ANSWER);
        builder.writeTimeout(ANSWER);
        builder.maxRequestsPerHost(PARALLEL);
        builder.addInterceptor(interceptor);
        builder.setEventListener(wire);
        return builder.build();
    }
}
