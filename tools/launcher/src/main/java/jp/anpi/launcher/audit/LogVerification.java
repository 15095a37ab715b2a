package jp.anpi.launcher.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import jp.anpi.foundation.AuditChain;
import jp.anpi.foundation.AuditLog.Entry;
import jp.anpi.launcher.Console;
import jp.anpi.launcher.LaunchFailure;
import jp.anpi.launcher.NamedDatabase;
import jp.anpi.launcher.PropertySources;
import jp.anpi.launcher.RunningDatabase;

/**
 * {@code ./anpi verify-log}: reads the whole audit log of every organization and says whether anything was changed or
 * taken out. What was cut off at the end does not show in the log itself, so the last entry's number and digest are
 * printed: whoever keeps them elsewhere sees whether they are still there.
 */
public final class LogVerification {

    /** Nothing was changed. */
    public static final int WHOLE = 0;

    /** At least one entry is not as it was written, or one is missing before it. */
    public static final int BROKEN = 1;

    /** The log could not be read. */
    public static final int NOT_CHECKED = 2;

    private static final String SQL =
            "select id, organization_id, at, staff_id, staff_name, action, about, note, address,"
                    + " digest from audit_entry order by organization_id, id";

    private final Console console;
    private boolean broken;

    public LogVerification(Console console) {
        this.console = console;
    }

    /** @return the exit code */
    public int run(PropertySources properties) {
        try (Connection connection = RunningDatabase.connect(RunningDatabase.of(properties.settings()))) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try (Statement statement = connection.createStatement()) {
                // A cursor needs both: no auto-commit, and a size.
                statement.setFetchSize(1000);
                try (ResultSet rows = statement.executeQuery(SQL)) {
                    verify(rows);
                }
            }
            connection.rollback();
        } catch (LaunchFailure unreachable) {
            return unread(unreachable.getMessage());
        } catch (SQLException refused) {
            return unread(NamedDatabase.oneLine(refused));
        }
        return broken ? BROKEN : WHOLE;
    }

    private int unread(String reason) {
        console.line("UNKNOWN  the audit log cannot be read: " + reason);
        return broken ? BROKEN : NOT_CHECKED;
    }

    private void verify(ResultSet rows) throws SQLException {
        Stretch stretch = null;
        boolean any = false;
        while (rows.next()) {
            any = true;
            int organization = rows.getInt("organization_id");
            if (stretch == null || stretch.organization != organization) {
                tell(stretch);
                stretch = new Stretch(organization);
            }
            stretch.next(rows);
        }
        tell(stretch);
        if (!any) {
            console.line("The audit log is empty.");
        }
    }

    private void tell(Stretch stretch) {
        if (stretch == null) {
            return;
        }
        String name = "organization " + stretch.organization + ": ";
        if (stretch.firstBroken.isPresent()) {
            broken = true;
            console.line("BROKEN   " + name + "entry " + stretch.firstBroken.get()
                    + " is not as it was written, or one is missing before it");
        } else {
            console.line("WHOLE    " + name + stretch.count + " entries; the last is " + stretch.last + ", digest "
                    + stretch.digest);
        }
    }

    /** The log of one organization. */
    private static final class Stretch {
        private final int organization;
        private final AuditChain chain = new AuditChain();
        private long count;
        private long last;
        private String digest = "";
        private Optional<Long> firstBroken = Optional.empty();

        private Stretch(int organization) {
            this.organization = organization;
        }

        private void next(ResultSet row) throws SQLException {
            count++;
            last = row.getLong("id");
            byte[] kept = row.getBytes("digest");
            digest = HexFormat.of().formatHex(kept);
            boolean good = chain.follows(entry(row), kept);
            if (!good && firstBroken.isEmpty()) {
                firstBroken = Optional.of(last);
            }
        }

        private Entry entry(ResultSet row) throws SQLException {
            return new Entry(
                    organization,
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getObject("staff_id", Integer.class)),
                    row.getString("staff_name"),
                    row.getString("action"),
                    Optional.ofNullable(row.getString("about")),
                    Optional.ofNullable(row.getString("note")),
                    row.getString("address"));
        }
    }
}
