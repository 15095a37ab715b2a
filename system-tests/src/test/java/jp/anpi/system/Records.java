package jp.anpi.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks into the product's database for what no phone can show, such as who is left for staff. */
record Records(String url, String user, String password) {

    /** The first column of every row, as text. */
    List<String> column(String sql, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Spoils a row, as a fault of ours or of a disk might. */
    void spoil(String sql, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("Not exactly one row: " + sql);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Changes a table, so that the product fails for a while. */
    void change(String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Puts so many notices of that priority to that person into the outbox, without any module to own them. */
    void enqueue(int priority, Person to, int messages, Instant due) {
        column(
                "with enqueued as (insert into outbox_message (id, organization_id, priority, kind, content,"
                        + " recipient_ids, reference_ids, next_attempt_at, created_at)"
                        + " select gen_random_uuid(), m.organization_id, ?, 'WATCHER_JOINED',"
                        + " '{\"number\": \"0000-0\"}', array[m.id], array[0], cast(? as timestamptz),"
                        + " cast(? as timestamptz) from member m, generate_series(1, ?)"
                        + " where m.line_user_id = ? returning id) select count(*) from enqueued",
                priority,
                due.toString(),
                due.toString(),
                messages,
                to.phone().userId());
    }

    /** Puts every row of a table back to what it was when it was copied; rows that were added go. */
    void restore(String table, String copy) {
        String key = String.join(
                ", ",
                column(
                        "select a.attname from pg_index i join pg_attribute a"
                                + " on a.attrelid = i.indrelid and a.attnum = any(i.indkey)"
                                + " where i.indisprimary and i.indrelid = cast(? as regclass) order by a.attnum",
                        table));
        String columns = String.join(
                ", ",
                column(
                        "select attname from pg_attribute where attrelid = cast(? as regclass)"
                                + " and attnum > 0 and not attisdropped and attidentity <> 'a' order by attnum",
                        table));
        change("delete from " + table + " where (" + key + ") not in (select " + key + " from " + copy + ")");
        change("update " + table + " t set (" + columns + ") = (select " + columns + " from " + copy + " c where ("
                + key.replaceAll("\\w+", "c.$0") + ") = (" + key.replaceAll("\\w+", "t.$0") + "))");
        change("drop table " + copy);
    }

    long count(String sql, Object... parameters) {
        return Long.parseLong(column(sql, parameters).get(0));
    }

    /** States of all check-ins of the member with this LINE user id, oldest first; of two of one instant the one that is closed. */
    List<String> checkInStates(String lineUserId) {
        return column(
                "select c.state from check_in c join member m on m.id = c.subject_id where m.line_user_id = ?"
                        + " order by c.opened_at, c.closed_at nulls last",
                lineUserId);
    }
}
