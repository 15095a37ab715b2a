package jp.anpi.simulator.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import jp.anpi.simulator.chat.Via;
import jp.anpi.simulator.platform.Platform;
import jp.anpi.simulator.platform.Quota;
import jp.anpi.simulator.platform.Refusal;

/**
 * Quota, consumption and delivery counts
 * (https://developers.line.biz/en/reference/messaging-api/#get-quota and the sections after it).
 */
final class CountEndpoints {

    private static final Map<String, Via> WAYS =
            Map.of("reply", Via.REPLY, "push", Via.PUSH, "multicast", Via.MULTICAST, "broadcast", Via.BROADCAST);

    private final Platform platform;

    CountEndpoints(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        routes.get("/v2/bot/message/quota", this::quota).get("/v2/bot/message/quota/consumption", this::consumption);
        WAYS.forEach((way, via) -> routes.get("/v2/bot/message/delivery/" + way, call -> delivered(call, via)));
    }

    private Answer quota(Call call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        platform.quota()
                .monthlyLimit()
                .ifPresentOrElse(
                        limit -> body.put("type", "limited").put("value", limit), () -> body.put("type", "none"));
        return Answer.ok(body);
    }

    private Answer consumption(Call call) {
        return Answer.ok(JsonNodeFactory.instance
                .objectNode()
                .put("totalUsage", platform.quota().reported(call.now())));
    }

    private Answer delivered(Call call, Via via) {
        LocalDate day = date(call);
        Quota quota = platform.quota();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (quota.isReady(day, call.now())) {
            return Answer.ok(body.put("status", "ready").put("success", quota.reached(via, day)));
        }
        return Answer.ok(body.put("status", "unready"));
    }

    private static LocalDate date(Call call) {
        try {
            return LocalDate.parse(
                    Optional.ofNullable(call.query().apply("date")).orElse(""), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            throw Refusal.of(400, "The value for the 'date' parameter is invalid");
        }
    }
}
