package jp.anpi.foundation;

import java.time.Instant;
import java.util.List;

/**
 * What a module has to say at {@code /metrics}; every bean of this type is asked.
 *
 * <p>Asked again and again: each implementation costs a cheap query or two, whatever the number of people.
 */
public interface Figures {

    List<Figure> read(Instant now);
}
