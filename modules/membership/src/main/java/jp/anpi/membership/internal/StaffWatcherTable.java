package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffWatchers.Watched;
import jp.anpi.membership.StaffWatchers.Watcher;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The SQL of who watches, for staff who look one up. */
@Dependent
public class StaffWatcherTable {

    /** More are not read out on the phone. */
    private static final int MOST = 50;

    @Inject
    Jdbi jdbi;

    Optional<Watcher> find(StaffCaller caller, String number) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, number, nickname from member"
                        + " where organization_id = :organization and number = :number and watcher_since is not null")
                .bind("organization", caller.organizationId())
                .bind("number", number)
                .map((row, context) -> new Watcher(
                        row.getString("number"), nickname(caller, row), watched(handle, caller, row.getLong("id"))))
                .findOne());
    }

    private static List<Watched> watched(Handle handle, StaffCaller caller, long watcherId) {
        return handle.createQuery("select m.id, m.number, m.nickname from member m where m.id in (select"
                        + " participant_id from watch_link where watcher_id = :watcher) and (not :limited or exists"
                        + " (select from staff_reach r where r.staff_id = :staff and r.member_id = m.id))"
                        + " order by m.id limit :most")
                .bind("watcher", watcherId)
                .bind("limited", caller.limited())
                .bind("staff", caller.staffId())
                .bind("most", MOST)
                .map((row, context) -> new Watched(row.getLong("id"), row.getString("number"), nickname(caller, row)))
                .list();
    }

    private static Optional<String> nickname(StaffCaller caller, ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("nickname")).filter(name -> caller.may(StaffRight.SEE_NICKNAMES));
    }
}
