package jp.anpi.announcements.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import jp.anpi.announcements.Announcement;
import jp.anpi.announcements.Announcement.Progress;
import jp.anpi.announcements.AnnouncementDraft;
import jp.anpi.announcements.AnnouncementMove;
import jp.anpi.announcements.AnnouncementState;
import jp.anpi.announcements.AnnouncementTransition;
import jp.anpi.announcements.Audience;
import jp.anpi.announcements.CheckInStanding;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an announcement from its row, and says how an audience is kept. */
final class AnnouncementRow {

    /** A team or district that is no more. */
    private static final long NONE = 0;

    private AnnouncementRow() {}

    static Announcement of(ResultSet row, StatementContext context) throws SQLException {
        return new Announcement(
                row.getLong("id"),
                row.getInt("organization_id"),
                row.getInt("version"),
                AnnouncementState.valueOf(row.getString("state")),
                draft(row),
                row.getLong("written_by"),
                Optional.ofNullable(row.getString("writer")),
                optional(row, "submitted_by"),
                optional(row, "approved_by"),
                row.getBoolean("emergency"),
                instant(row, "created_at").orElseThrow(),
                instant(row, "begun_at"),
                instant(row, "ended_at"),
                progress(row));
    }

    static AnnouncementMove move(ResultSet row) throws SQLException {
        return new AnnouncementMove(
                instant(row, "at").orElseThrow(),
                AnnouncementTransition.valueOf(row.getString("reason")),
                optional(row, "staff_id"),
                Optional.ofNullable(row.getString("staff")),
                Optional.ofNullable(row.getString("note")));
    }

    private static AnnouncementDraft draft(ResultSet row) throws SQLException {
        return new AnnouncementDraft(
                row.getString("title"),
                row.getString("body"),
                Optional.ofNullable(row.getString("easy_body")),
                audience(row),
                row.getBoolean("reaches_away"),
                instant(row, "send_at"),
                instant(row, "useful_until"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                row.getInt("addressed"),
                row.getInt("out_of_reach"),
                row.getInt("accepted"),
                row.getInt("refused"),
                row.getLong("waiting"),
                row.getLong("held"));
    }

    private static Audience audience(ResultSet row) throws SQLException {
        return switch (row.getString("audience")) {
            case "TEAM" -> new Audience.InTeam(optional(row, "team_id").orElse(NONE));
            case "DISTRICT" -> new Audience.InDistrict(row.getInt("district_id"));
            case "CHECK_IN" -> new Audience.WithCheckIn(CheckInStanding.valueOf(row.getString("standing")));
            default -> new Audience.Everyone();
        };
    }

    static String kind(Audience audience) {
        if (audience instanceof Audience.InTeam) {
            return "TEAM";
        }
        if (audience instanceof Audience.InDistrict) {
            return "DISTRICT";
        }
        return audience instanceof Audience.WithCheckIn ? "CHECK_IN" : "EVERYONE";
    }

    static Long team(Audience audience) {
        return audience instanceof Audience.InTeam team ? (Long) team.teamId() : null;
    }

    static Integer district(Audience audience) {
        return audience instanceof Audience.InDistrict district ? (Integer) district.districtId() : null;
    }

    static String standing(Audience audience) {
        return audience instanceof Audience.WithCheckIn some ? some.standing().name() : null;
    }

    private static Optional<Long> optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
