package jp.anpi.foundation.internal.sealing;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.FieldPlace;
import jp.anpi.foundation.SealedColumn;
import jp.anpi.foundation.UnreadableFieldException;
import jp.anpi.foundation.internal.sealing.KeyTable.SealedValue;

/** One slice of what an older key still holds, in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ResealingSlice {

    private static final Logger LOG = System.getLogger(ResealingSlice.class.getName());
    private static final int SIZE = 500;

    /** A node that had the old file longer than the others may still have sealed with the old key. */
    private static final Duration NEXT_LOOK = Duration.ofDays(1);

    @Inject
    private KeyTable table;

    @Inject
    private Keyring keyring;

    /** @return whether there was anything to seal anew, so that the caller asks again */
    public boolean run(Instant now) {
        Optional<Integer> key = table.claim(now);
        if (key.isEmpty()) {
            return false;
        }
        int sealed = 0;
        int unreadable = 0;
        for (SealedColumn column : table.columns()) {
            List<SealedValue> values = table.sealedWith(key.get(), column, SIZE);
            long done = values.stream().filter(value -> reseal(column, value)).count();
            sealed += done;
            unreadable += values.size() - done;
        }
        if (sealed == 0) {
            table.lookAgain(key.get(), unreadable == 0, now, now.plus(NEXT_LOOK));
            report(unreadable);
        }
        return sealed > 0;
    }

    private boolean reseal(SealedColumn column, SealedValue value) {
        FieldPlace place = column.in(value.organizationId());
        try {
            byte[] anew = keyring.seal(place, keyring.open(place, value.sealed()));
            table.replace(column, new SealedValue(value.key(), value.organizationId(), anew));
            return true;
        } catch (UnreadableFieldException lost) {
            return false;
        }
    }

    private static void report(int unreadable) {
        if (unreadable == 0) {
            LOG.log(Level.INFO, "A key of personal fields holds nothing any more: ./anpi rotate-keys --retire");
        } else {
            LOG.log(Level.ERROR, "{0} personal field(s) cannot be opened and keep their old key", unreadable);
        }
    }
}
