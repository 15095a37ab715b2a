package jp.anpi.system;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves behind each test class nothing that goes on: its windows are closed and its people put to rest, for questions to
 * those whom nobody looks at any more would make every later day of a shared town dearer than the one before. Registered
 * for every class by the service loader.
 */
public final class Rest implements AfterAllCallback {

    private static final List<String> REST = List.of(
            "update check_in_schedule set next_due_at = null where next_due_at is not null",
            "update check_in set next_step_at = null where next_step_at is not null",
            "update incident set next_action_at = null where next_action_at is not null",
            "update outbox_message set state = 'DROPPED', settled_at = created_at where state in ('READY', 'HELD')");

    @Override
    public void afterAll(ExtensionContext context) {
        Chromium.closeWindows();
        Town.allShared().forEach(Rest::of);
        ProvingGround.rest();
    }

    /** Nobody of those who are there is asked, reminded or told any more. */
    static void of(Town town) {
        REST.forEach(town.records()::change);
    }
}
