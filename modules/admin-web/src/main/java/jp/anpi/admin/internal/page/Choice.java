package jp.anpi.admin.internal.page;

import java.util.List;
import java.util.stream.Stream;
import jp.anpi.admin.internal.Words;

/** Something to choose on a page. */
public record Choice(String value, String label) {

    /** Every constant, with its words under the prefix. */
    public static List<Choice> of(Words words, String prefix, Enum<?>... constants) {
        return Stream.of(constants)
                .map(constant -> new Choice(constant.name(), words.of(prefix + constant.name())))
                .toList();
    }
}
