package jp.anpi.simulator.api;

import io.javalin.Javalin;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.Refusal;
import jp.anpi.simulator.traffic.Faults;
import jp.anpi.simulator.traffic.RequestLog;
import jp.anpi.simulator.webhook.Webhooks;

/** All of LINE's API that is emulated, at the root of the host; what is not answers 404 like any unknown path. */
public final class MessagingApi {

    private MessagingApi() {}

    public static void addTo(
            Javalin server,
            Platform platform,
            Webhooks webhooks,
            Faults faults,
            RequestLog log,
            RateLimits rateLimits) {
        Routes routes = new Routes(server, new Gate(platform, faults, log, rateLimits));
        new SendEndpoints(platform).addTo(routes);
        new CountEndpoints(platform).addTo(routes);
        new PeopleEndpoints(platform).addTo(routes);
        RichMenuEndpoints richMenus = new RichMenuEndpoints(platform);
        richMenus.addTo(routes);
        new RichMenuAliasEndpoints(platform).addTo(routes);
        new RichMenuLinkEndpoints(platform).addTo(routes);
        richMenus.addSingleMenuTo(routes);
        new ChatEndpoints(platform).addTo(routes);
        new TokenEndpoints(platform).addTo(routes);
        new WebhookSettingEndpoints(platform, webhooks).addTo(routes);
        Endpoint nothing = call -> {
            throw Refusal.notFound();
        };
        for (String rest : new String[] {"/v2/<path>", "/oauth2/<path>"}) {
            routes.get(rest, nothing).post(rest, nothing).put(rest, nothing).delete(rest, nothing);
        }
    }
}
