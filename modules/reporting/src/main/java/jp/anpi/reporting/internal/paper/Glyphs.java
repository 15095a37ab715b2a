package jp.anpi.reporting.internal.paper;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.anpi.reporting.PrintedPaper.Substituted;

/** Finds for each character of a name something that the font can print, and remembers where it is something else. */
final class Glyphs {

    /** The geta mark, by which Japanese printers show that a letter is missing. */
    private static final String MISSING = "\u3013";

    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final Pattern SELECTOR = Pattern.compile("[\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern COMBINING = Pattern.compile("\\p{Mn}");

    private final Set<Substituted> substituted = new LinkedHashSet<>();

    String printable(String name) {
        return CHARACTER
                .matcher(name)
                .results()
                .map(character -> printableCharacter(character.group()))
                .collect(Collectors.joining());
    }

    List<Substituted> substituted() {
        return List.copyOf(substituted);
    }

    private String printableCharacter(String written) {
        String visible = INVISIBLE.matcher(written).replaceAll("");
        String common = SELECTOR.matcher(visible).replaceAll("");
        String printed = known(composed(common)) ? composed(common) : MISSING;
        if (!common.equals(visible) || printed.equals(MISSING) && !written.equals(MISSING)) {
            substituted.add(new Substituted(written, printed));
        }
        return printed;
    }

    /** Kana and its mark as one letter. Nothing else: composing would turn some rare kanji into common ones. */
    private static String composed(String character) {
        return COMBINING.matcher(character).find() ? Normalizer.normalize(character, Normalizer.Form.NFC) : character;
    }

    private static boolean known(String character) {
        return character.codePoints().allMatch(letter -> Typeface.REGULAR.knows(letter) && Typeface.BOLD.knows(letter));
    }
}
