package jp.anpi.simulator.rules;

import java.util.regex.Pattern;

/** How LINE counts the length of a text: it depends on the property. */
public enum Measure {
    UTF16_UNITS {
        @Override
        int of(String text) {
            return text.length();
        }
    },
    GRAPHEME_CLUSTERS {
        @Override
        int of(String text) {
            return (int) CLUSTER.matcher(text).results().count();
        }
    };

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    abstract int of(String text);
}
