package jp.anpi.simulator.traffic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The newest of many, oldest first: at least as many as are to be remembered, at most twice that. Not safe for threads:
 * its owner guards it.
 */
public final class Recent<T> {

    private final List<T> elements = new ArrayList<>();
    private final int remembered;

    /** @param remembered {@link Integer#MAX_VALUE} forgets nothing */
    public Recent(int remembered) {
        this.remembered = remembered;
    }

    /** @return how many of the oldest were forgotten for it */
    public int add(T element) {
        elements.add(element);
        int tooMany = elements.size() / 2 < remembered ? 0 : elements.size() - remembered;
        elements.subList(0, tooMany).clear();
        return tooMany;
    }

    public void addAll(Collection<T> more) {
        more.forEach(this::add);
    }

    public void clear() {
        elements.clear();
    }

    /** As they are now; it changes with this. */
    public List<T> view() {
        return Collections.unmodifiableList(elements);
    }
}
