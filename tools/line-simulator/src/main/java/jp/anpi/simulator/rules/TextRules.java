package jp.anpi.simulator.rules;

import static jp.anpi.simulator.rules.Measure.UTF16_UNITS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text messages of both versions (https://developers.line.biz/en/reference/messaging-api/#text-message,
 * #text-message-v2).
 */
final class TextRules {

    private static final int MAX_TEXT = 5000;
    private static final int MAX_MENTIONS = 20;
    private static final Pattern KEY = Pattern.compile("[0-9A-Za-z_]{1,20}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{|}}|\\{([^{}]*)}|[{}]");

    private final Inspection inspection;

    TextRules(Inspection inspection) {
        this.inspection = inspection;
    }

    void text(JsonNode message, String path) {
        inspection.text(message, "text", path, MAX_TEXT, UTF16_UNITS);
        if (message.has("emojis")) {
            inspection.size(message.path("emojis"), path + "emojis", 0, 20);
        }
    }

    /** @param mentions whether mentions are allowed, that is whether the message goes into a group */
    void textV2(JsonNode message, String path, boolean mentions) {
        inspection.text(message, "text", path, MAX_TEXT, UTF16_UNITS);
        JsonNode substitution = message.path("substitution");
        inspection.require(substitution.size() <= 100, "Size must be between 0 and 100", path + "substitution");
        Set<String> placeholders = placeholders(message.path("text").asText(), path);
        for (String placeholder : placeholders) {
            inspection.require(
                    substitution.has(placeholder),
                    "Placeholder '" + placeholder + "' has no substitution",
                    path + "text");
        }
        int mentioned = 0;
        for (Map.Entry<String, JsonNode> entry : substitution.properties()) {
            String at = path + "substitution." + entry.getKey();
            inspection.require(KEY.matcher(entry.getKey()).matches(), "Invalid key", at);
            mentioned += substitution(entry.getValue(), at + ".", mentions);
        }
        inspection.require(mentioned <= MAX_MENTIONS, "Too many mentions, at most 20", path + "substitution");
    }

    private int substitution(JsonNode substitution, String path, boolean mentions) {
        switch (substitution.path("type").asText()) {
            case "emoji" -> {
                inspection.text(substitution, "productId", path, 100, UTF16_UNITS);
                inspection.text(substitution, "emojiId", path, 100, UTF16_UNITS);
                return 0;
            }
            case "mention" -> {
                inspection.require(mentions, "Mentions are available in group chats only", path + "type");
                mentionee(substitution.path("mentionee"), path + "mentionee.");
                return 1;
            }
            default -> {
                inspection.report("Invalid substitution type", path + "type");
                return 0;
            }
        }
    }

    private void mentionee(JsonNode mentionee, String path) {
        inspection.oneOf(mentionee, "type", path, Set.of("user", "all"));
        if (!mentionee.path("type").asText().equals("all")) {
            inspection.text(mentionee, "userId", path, 33, UTF16_UNITS);
        }
    }

    private Set<String> placeholders(String text, String path) {
        Set<String> found = new HashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                found.add(matcher.group(1));
            } else if (matcher.group().length() == 1) {
                inspection.report("Unbalanced brace", path + "text");
            }
        }
        return found;
    }
}
