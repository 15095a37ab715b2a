package jp.anpi.benchmarks.workbench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.anpi.launcher.LaunchFailure;

/** The sizes that were asked for, each a whole number. */
public final class Options {

    /**
     * A size that can be set.
     *
     * @param name the word before its value, for example {@code --people}
     * @param usual its value unless another is asked for
     */
    public record Size(String name, int least, int most, int usual, String meaning) {

        /** The line that explains it. */
        public String help() {
            return String.format(
                    Locale.ROOT,
                    "%-14s %s, %,d to %,d (default %,d)",
                    name + " " + name.substring(2, 3).toUpperCase(Locale.ROOT),
                    meaning,
                    least,
                    most,
                    usual);
        }
    }

    private final Map<String, Integer> values = new HashMap<>();

    private Options() {}

    /** @throws LaunchFailure for a word that means nothing here, or a number that cannot be */
    public static Options parse(List<Size> sizes, List<String> words) {
        Options options = new Options();
        sizes.forEach(size -> options.values.put(size.name(), size.usual()));
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            Size size = sizes.stream()
                    .filter(known -> known.name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new LaunchFailure(
                            LaunchFailure.WRONG_SETTING, "unknown option " + word + "; see ./anpi bench --help"));
            options.values.put(word, number(size, rest.poll()));
        }
        return options;
    }

    /** The lines that explain them. */
    public static List<String> help(List<Size> sizes) {
        return sizes.stream().map(Size::help).toList();
    }

    /** What was asked for, or the usual. */
    public int of(Size size) {
        return values.get(size.name());
    }

    private static int number(Size size, String text) {
        try {
            int number = Integer.parseInt(String.valueOf(text).replace(",", "").replace("_", ""));
            if (number >= size.least() && number <= size.most()) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, in the same words as a number out of range
        }
        throw new LaunchFailure(
                LaunchFailure.WRONG_SETTING,
                size.name() + " needs a whole number from " + size.least() + " to " + size.most());
    }
}
