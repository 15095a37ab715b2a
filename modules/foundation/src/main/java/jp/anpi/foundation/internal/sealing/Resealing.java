package jp.anpi.foundation.internal.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import jp.anpi.foundation.DueWork;

/** After a rotation: seals with the new key what older ones still hold, a little at a time. */
@ApplicationScoped
public class Resealing implements DueWork {

    @Inject
    private ResealingSlice slice;

    @Override
    public String name() {
        return "resealing";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String firstDue() {
        return KeyTable.FIRST_DUE;
    }

    @Override
    public boolean runSlice(Instant now) {
        return slice.run(now);
    }
}
