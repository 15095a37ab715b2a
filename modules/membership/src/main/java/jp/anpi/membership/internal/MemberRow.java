package jp.anpi.membership.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import jp.anpi.membership.Member;

/** Reads a member where no entity is needed. */
final class MemberRow {

    static final String COLUMNS =
            "id, organization_id, number, line_user_id, nickname, participant_since, watcher_since,"
                    + " registered_at, blocked_at";

    private MemberRow() {}

    static Member of(ResultSet row) throws SQLException {
        return new Member(
                row.getLong("id"),
                row.getInt("organization_id"),
                row.getString("number"),
                row.getString("line_user_id"),
                Optional.ofNullable(row.getString("nickname")),
                instant(row, "participant_since").isPresent(),
                instant(row, "watcher_since").isPresent(),
                instant(row, "registered_at").orElseThrow(),
                instant(row, "blocked_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
