package jp.anpi.foundation.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.anpi.foundation.DueWork;

/**
 * Takes rows off the list of those that fail once they were tried again and did not fail (E-20): where the oldest undone
 * work of the kind falls due later than they did.
 */
@ApplicationScoped
public class SetAsideClearing implements DueWork {

    private static final Duration LATER = Duration.ofDays(1);

    @Inject
    private SetAsideTable table;

    @Inject
    @Any
    private Instance<DueWork> kinds;

    @Inject
    private DueQuestion question;

    @Override
    public String name() {
        return "set-aside";
    }

    /** After every kind has had its turn. */
    @Override
    public int order() {
        return 250;
    }

    @Override
    public String firstDue() {
        return SetAsideTable.FIRST_DUE;
    }

    @Override
    public boolean mayBeLate() {
        return false;
    }

    @Override
    public boolean runSlice(Instant now) {
        List<DueWork> all = kinds.stream().toList();
        DueDates dates = question.of(all, now);
        int cleared = 0;
        for (DueWork kind : all) {
            cleared += table.workedBefore(kind.name(), dates.of(kind).orElse(now.plus(LATER)), now);
        }
        return cleared > 0;
    }
}
