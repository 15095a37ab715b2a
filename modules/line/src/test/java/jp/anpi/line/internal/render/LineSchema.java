package jp.anpi.line.internal.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * LINE's own description of its API (github.com/line/line-openapi), as far as it says what a message may hold.
 *
 * <p>Found by the system property {@code anpi.line-openapi}, which the build sets.
 */
final class LineSchema {

    private static final String FILE = "messaging-api.yml";

    private final JsonNode schemas;

    private LineSchema(JsonNode schemas) {
        this.schemas = schemas;
    }

    static Optional<LineSchema> found() throws IOException {
        Optional<Path> file = Optional.ofNullable(System.getProperty("anpi.line-openapi"))
                .map(folder -> Path.of(folder, FILE))
                .filter(Files::isReadable);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        LoaderOptions large = new LoaderOptions();
        large.setCodePointLimit(20_000_000);
        try (InputStream yaml = Files.newInputStream(file.get())) {
            Map<String, Object> all = new Yaml(large).load(yaml);
            return Optional.of(
                    new LineSchema(new ObjectMapper().<JsonNode>valueToTree(all).at("/components/schemas")));
        }
    }

    /** What is wrong with the value as an instance of the named schema; empty when nothing is. */
    List<String> faults(String schema, JsonNode value) {
        List<String> faults = new ArrayList<>();
        check(schemas.path(schema), value, schema, faults);
        return faults;
    }

    private void check(JsonNode declared, JsonNode value, String at, List<String> faults) {
        JsonNode schema = concrete(resolved(declared), value);
        switch (type(schema)) {
            case "object" -> checkObject(schema, value, at, faults);
            case "array" -> checkArray(schema, value, at, faults);
            case "string" -> checkString(schema, value, at, faults);
            case "integer", "number" -> expect(value.isNumber(), at + " is no number", faults);
            case "boolean" -> expect(value.isBoolean(), at + " is no boolean", faults);
            default -> faults.add(at + " has a schema that this test does not read");
        }
    }

    private void checkObject(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (!value.isObject()) {
            faults.add(at + " is no object");
            return;
        }
        Map<String, JsonNode> properties = new java.util.HashMap<>();
        Set<String> required = new HashSet<>();
        collect(schema, properties, required);
        required.forEach(name -> expect(value.has(name), at + " lacks " + name, faults));
        value.fields().forEachRemaining(field -> {
            JsonNode known = properties.get(field.getKey());
            expect(known != null, at + " may not hold " + field.getKey(), faults);
            if (known != null) {
                check(known, field.getValue(), at + "." + field.getKey(), faults);
            }
        });
    }

    private void checkArray(JsonNode schema, JsonNode value, String at, List<String> faults) {
        expect(value.isArray(), at + " is no array", faults);
        expect(value.size() >= schema.path("minItems").asInt(0), at + " has too few", faults);
        expect(value.size() <= schema.path("maxItems").asInt(Integer.MAX_VALUE), at + " has too many", faults);
        for (int i = 0; i < value.size(); i++) {
            check(schema.path("items"), value.get(i), at + "[" + i + "]", faults);
        }
    }

    private static void checkString(JsonNode schema, JsonNode value, String at, List<String> faults) {
        expect(value.isTextual(), at + " is no text", faults);
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        expect(value.asText().length() <= most, at + " is longer than " + most, faults);
        if (schema.has("enum")) {
            Set<String> allowed = new HashSet<>();
            schema.get("enum").forEach(each -> allowed.add(each.asText()));
            expect(allowed.contains(value.asText()), at + " may not be " + value.asText(), faults);
        }
    }

    private void collect(JsonNode schema, Map<String, JsonNode> properties, Set<String> required) {
        schema.path("allOf").forEach(part -> collect(resolved(part), properties, required));
        schema.path("properties").fields().forEachRemaining(each -> properties.put(each.getKey(), each.getValue()));
        schema.path("required").forEach(each -> required.add(each.asText()));
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.isEmpty() ? schema : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** The schema that the value's own {@code type} names. */
    private JsonNode concrete(JsonNode schema, JsonNode value) {
        JsonNode discriminator = schema.path("discriminator");
        if (discriminator.isMissingNode()) {
            return schema;
        }
        String name = value.path(discriminator.path("propertyName").asText()).asText();
        String reference = discriminator.path("mapping").path(name).asText();
        return schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static String type(JsonNode schema) {
        boolean composed = schema.has("allOf") || schema.has("properties");
        return schema.path("type").asText(composed ? "object" : "");
    }

    private static void expect(boolean holds, String otherwise, List<String> faults) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
