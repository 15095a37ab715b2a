package jp.anpi.simulator.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Collects the problems found while an object is looked through, and asks the questions that all objects share. */
final class Inspection {

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    void report(String message, String property) {
        problems.add(new Problem(message, property));
    }

    void require(boolean holds, String message, String property) {
        if (!holds) {
            report(message, property);
        }
    }

    /** A text that must be there, not empty and not too long. */
    void text(JsonNode holder, String name, String path, int max, Measure measure) {
        JsonNode value = holder.path(name);
        if (value.isMissingNode()
                || value.isNull()
                || value.isTextual() && value.asText().isEmpty()) {
            report("May not be empty", path + name);
        } else {
            optionalText(holder, name, path, max, measure);
        }
    }

    /** A text that may be missing, but not too long. */
    void optionalText(JsonNode holder, String name, String path, int max, Measure measure) {
        JsonNode value = holder.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!value.isTextual()) {
            report("Must be a string", path + name);
        } else if (measure.of(value.asText()) > max) {
            report("Length must be between 0 and " + max, path + name);
        }
    }

    void size(JsonNode array, String property, int min, int max) {
        if (!array.isArray() || array.size() < min || array.size() > max) {
            report("Size must be between " + min + " and " + max, property);
        }
    }

    void oneOf(JsonNode holder, String name, String path, Set<String> allowed) {
        JsonNode value = holder.path(name);
        if (!value.isMissingNode() && !allowed.contains(value.asText())) {
            report(
                    "Must be one of the following values: "
                            + allowed.stream().sorted().toList(),
                    path + name);
        }
    }

    /** A URL that must be there, of one of these schemes, percent-encoded. */
    void url(JsonNode holder, String name, String path, int max, Set<String> schemes) {
        int before = problems.size();
        text(holder, name, path, max, Measure.UTF16_UNITS);
        if (problems.size() == before && !isUrl(holder.path(name).asText(), schemes)) {
            report(
                    "Must be a valid URL with one of the schemes "
                            + schemes.stream().sorted().toList(),
                    path + name);
        }
    }

    void optionalUrl(JsonNode holder, String name, String path, int max, Set<String> schemes) {
        if (holder.has(name)) {
            url(holder, name, path, max, schemes);
        }
    }

    private static boolean isUrl(String text, Set<String> schemes) {
        if (!text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            return false;
        }
        try {
            URI uri = URI.create(text);
            return uri.getScheme() != null && schemes.contains(uri.getScheme().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
