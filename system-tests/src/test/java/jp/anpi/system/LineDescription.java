package jp.anpi.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * LINE's own description of its Messaging API (github.com/line/line-openapi): which requests there are, and what their
 * bodies may hold.
 *
 * <p>Found by the system property {@code anpi.line-openapi}, which the build sets.
 */
final class LineDescription {

    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectNode description;
    private final Map<String, JsonSchema> schemas = new HashMap<>();

    private LineDescription(ObjectNode description) {
        this.description = description;
        spellOutKinds();
    }

    static Optional<LineDescription> found() throws IOException {
        Optional<Path> file = Optional.ofNullable(System.getProperty("anpi.line-openapi"))
                .map(folder -> Path.of(folder, "messaging-api.yml"))
                .filter(Files::isReadable);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        LoaderOptions large = new LoaderOptions();
        large.setCodePointLimit(20_000_000);
        YAMLMapper yaml =
                new YAMLMapper(YAMLFactory.builder().loaderOptions(large).build());
        return Optional.of(
                new LineDescription((ObjectNode) yaml.readTree(file.get().toFile())));
    }

    /** What is wrong with a request; empty when nothing is. */
    List<String> faults(String method, String path, JsonNode body) {
        Optional<JsonNode> operation = operation(method, path);
        if (operation.isEmpty()) {
            return List.of(method + " " + path + " is unknown to LINE");
        }
        String reference = operation
                .get()
                .at("/requestBody/content/application~1json/schema/$ref")
                .asText();
        if (reference.isEmpty()) {
            return List.of();
        }
        return schema(reference).validate(body).stream()
                .map(fault -> path + " " + fault.getMessage())
                .toList();
    }

    private Optional<JsonNode> operation(String method, String path) {
        List<JsonNode> found = new ArrayList<>();
        description.path("paths").fields().forEachRemaining(known -> {
            String form = known.getKey().replaceAll("\\{[^}]+}", "[^/]+");
            JsonNode operation = known.getValue().path(method.toLowerCase(java.util.Locale.ROOT));
            if (path.matches(form) && operation.isObject()) {
                // A path in words stands before one with a placeholder.
                found.add(known.getKey().contains("{") ? found.size() : 0, operation);
            }
        });
        return found.stream().findFirst();
    }

    private JsonSchema schema(String reference) {
        return schemas.computeIfAbsent(reference, wanted -> {
            ObjectNode root = JsonNodeFactory.instance.objectNode().put("$ref", wanted);
            root.set("components", description.path("components"));
            return JsonSchemaFactory.getInstance(VersionFlag.V4).getSchema(root);
        });
    }

    /**
     * Where a schema is told apart by a property ({@code discriminator}), JSON Schema reads only what all kinds have in
     * common. Here the common part gets a name of its own, and the schema becomes the choice of its kinds, each with its
     * own value of that property and nothing beside what it declares.
     */
    private void spellOutKinds() {
        ObjectNode all = (ObjectNode) description.at("/components/schemas");
        List<String> names = new ArrayList<>();
        all.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode discriminator = all.path(name).path("discriminator");
            if (discriminator.path("mapping").isObject()) {
                ObjectNode common = all.path(name).deepCopy();
                common.remove("discriminator");
                all.set(name + "Common", common);
                all.set(name, choice(all, name, discriminator));
            }
        }
    }

    private static ObjectNode choice(ObjectNode all, String name, JsonNode discriminator) {
        String property = discriminator.path("propertyName").asText();
        ObjectNode choice = JsonNodeFactory.instance.objectNode();
        ArrayNode kinds = choice.putArray("oneOf");
        discriminator.path("mapping").fields().forEachRemaining(kind -> {
            String reference = kind.getValue().asText();
            String child = reference.substring(reference.lastIndexOf('/') + 1);
            kinds.addObject().put("$ref", SCHEMAS + child);
            if (all.path(child).path("allOf").isArray()) {
                all.set(child, kind(all, (ObjectNode) all.path(child), name, property, kind.getKey()));
            }
        });
        return choice;
    }

    /** A kind with all that it holds, its own and the common part. */
    private static ObjectNode kind(ObjectNode all, ObjectNode child, String name, String property, String value) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        for (JsonNode part : child.path("allOf")) {
            boolean base = part.path("$ref").asText().equals(SCHEMAS + name);
            JsonNode own = base ? all.path(name + "Common") : part;
            properties.setAll((ObjectNode) own.path("properties").deepCopy());
            own.path("required").forEach(required::add);
        }
        properties.setAll(
                child.path("properties").isObject()
                        ? (ObjectNode) child.path("properties")
                        : JsonNodeFactory.instance.objectNode());
        child.path("required").forEach(required::add);
        properties.putObject(property).putArray("enum").add(value);
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("type", "object");
        result.set("properties", properties);
        if (!required.isEmpty()) {
            result.set("required", required);
        }
        return result.put("additionalProperties", false);
    }
}
