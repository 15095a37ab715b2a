package jp.anpi.simulator.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.anpi.simulator.Reaction;
import jp.anpi.simulator.traffic.Fault;
import jp.anpi.simulator.traffic.LoggedRequest;
import jp.anpi.simulator.webhook.WebhookDelivery;

/** Requests, webhooks and faults as JSON. */
final class TrafficView {

    private TrafficView() {}

    static ArrayNode requests(List<LoggedRequest> requests) {
        ArrayNode array = array();
        for (LoggedRequest request : requests) {
            ObjectNode json = array.addObject()
                    .put("number", request.number())
                    .put("at", request.at().toString())
                    .put("method", request.method())
                    .put("path", request.path())
                    .put("query", request.query())
                    .put("body", request.body())
                    .put("status", request.status())
                    .put("answer", request.answer())
                    .put("accepted", request.accepted());
            request.fault().ifPresent(fault -> json.put("fault", fault.name()));
            ObjectNode headers = json.putObject("headers");
            request.headers().forEach(headers::put);
        }
        return array;
    }

    static ArrayNode webhooks(List<WebhookDelivery> deliveries) {
        ArrayNode array = array();
        for (WebhookDelivery delivery : deliveries) {
            array.addObject()
                    .put("number", delivery.number())
                    .put("at", delivery.at().toString())
                    .put("body", delivery.body())
                    .put("status", delivery.status())
                    .put("outcome", delivery.outcome().name())
                    .put("milliseconds", delivery.took().toMillis());
        }
        return array;
    }

    static ArrayNode newest(List<WebhookDelivery> deliveries, int atMost) {
        return webhooks(deliveries.subList(Math.max(0, deliveries.size() - atMost), deliveries.size()));
    }

    static ArrayNode faults(List<Fault> faults) {
        ArrayNode array = array();
        for (Fault fault : faults) {
            array.addObject()
                    .put("kind", fault.kind().name())
                    .put("path", fault.pathPrefix())
                    .put("times", fault.times())
                    .put("delay", fault.delay().toString());
        }
        return array;
    }

    static ObjectNode reaction(Reaction reaction) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", reaction.status());
        reaction.opened().ifPresent(uri -> json.put("opened", uri));
        reaction.copied().ifPresent(text -> json.put("copied", text));
        json.set("webhooks", webhooks(reaction.webhooks()));
        return json;
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
