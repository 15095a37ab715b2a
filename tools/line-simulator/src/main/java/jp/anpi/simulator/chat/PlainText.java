package jp.anpi.simulator.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The words of a message in reading order, one line for each text, labels of buttons left out. */
public final class PlainText {

    private final List<String> lines = new ArrayList<>();

    private PlainText() {}

    /**
     * @param nameOf the display name of a user id, for mentions
     */
    public static String of(JsonNode message, UnaryOperator<String> nameOf) {
        PlainText text = new PlainText();
        switch (message.path("type").asText()) {
            case "text" -> text.line(message.path("text"));
            case "textV2" -> text.lines.add(substituted(message, nameOf));
            case "sticker" -> text.lines.add("[スタンプ]");
            case "image" -> text.lines.add("[写真]");
            case "video" -> text.lines.add("[動画]");
            case "audio" -> text.lines.add("[音声]");
            case "imagemap" -> text.line(message.path("altText"));
            case "location" -> {
                text.line(message.path("title"));
                text.line(message.path("address"));
            }
            case "template" -> text.template(message.path("template"));
            case "flex" -> text.flex(message.path("contents"));
            default -> text.flex(message);
        }
        return String.join("\n", text.lines);
    }

    private void line(JsonNode text) {
        if (text.isTextual() && !text.asText().isBlank()) {
            lines.add(text.asText());
        }
    }

    private void template(JsonNode template) {
        line(template.path("title"));
        line(template.path("text"));
        template.path("columns").forEach(this::template);
    }

    private void flex(JsonNode component) {
        JsonNode contents = component.path("contents");
        if (component.path("type").asText().equals("text") && !contents.isEmpty()) {
            StringBuilder spans = new StringBuilder();
            contents.forEach(span -> spans.append(span.path("text").asText()));
            lines.add(spans.toString());
            return;
        }
        line(component.path("text"));
        for (String block : List.of("header", "hero", "body", "footer")) {
            if (component.has(block)) {
                flex(component.path(block));
            }
        }
        contents.forEach(this::flex);
    }

    private static String substituted(JsonNode message, UnaryOperator<String> nameOf) {
        String text = message.path("text").asText();
        for (Map.Entry<String, JsonNode> entry : message.path("substitution").properties()) {
            text = text.replace("{" + entry.getKey() + "}", substitute(entry.getValue(), nameOf));
        }
        return text.replace("{{", "{").replace("}}", "}");
    }

    private static String substitute(JsonNode substitution, UnaryOperator<String> nameOf) {
        if (substitution.path("type").asText().equals("emoji")) {
            return "☺";
        }
        JsonNode mentionee = substitution.path("mentionee");
        if (mentionee.path("type").asText().equals("all")) {
            return "@All";
        }
        return "@" + nameOf.apply(mentionee.path("userId").asText());
    }
}
