package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffRight;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** {@link StaffPeople} by keys: a page costs the same, however many pages lie before it. */
@Stateless
public class StaffPeopleBean implements StaffPeople {

    private static final String EVERYBODY = """
            select m.id, m.number, m.nickname, m.registered_at, m.blocked_at from member m
            where m.organization_id = :organization and m.participant_since is not null and m.id > :after
            """;

    private static final String BY_NUMBER =
            "select f.id from member f where f.organization_id = :organization and f.number = :typed";

    private static final String BY_NICKNAME = """
             union all select f.id from member f
            where f.organization_id = :organization and f.participant_since is not null and f.nickname is not null
              and search_folded(f.nickname) like :beginning
            """;

    private static final String IN_REACH = """
             and exists (select from staff_reach r where r.staff_id = :staff
                         and r.organization_id = m.organization_id and r.member_id = m.id)
            """;

    @Inject
    private Jdbi jdbi;

    @Inject
    private Members members;

    @Inject
    private AuditLog audit;

    @Override
    public List<Line> find(StaffCaller caller, Kind kind, String search, OptionalLong after, int most) {
        caller.require(StaffRight.SEE_PEOPLE);
        boolean names = caller.may(StaffRight.SEE_NICKNAMES);
        String typed = Normalizer.normalize(search.strip(), Normalizer.Form.NFKC);
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(statement(
                            kind, !typed.isEmpty(), names, caller.role().limitedToTeams()))
                    .bind("organization", caller.organizationId())
                    .bind("after", after.orElse(0))
                    .bind("most", most);
            if (caller.role().limitedToTeams()) {
                query.bind("staff", caller.staffId());
            }
            if (!typed.isEmpty()) {
                query.bind("typed", typed);
            }
            if (!typed.isEmpty() && names) {
                query.bind("beginning", literally(folded(handle, typed)) + "%");
            }
            return query.map((row, context) -> line(row, names)).list();
        });
    }

    private static String condition(Kind kind) {
        return switch (kind) {
            case EVERYBODY -> "";
            case BLOCKED -> " and m.blocked_at is not null";
            case NOBODY_TO_TELL -> """
                     and not exists (select from watch_link l join member w on w.id = l.watcher_id
                                     where l.organization_id = m.organization_id and l.participant_id = m.id
                                       and w.blocked_at is null)
                    """;
        };
    }

    /** Those who are searched for are looked up first, by index; going through everybody would compare every name. */
    static String statement(Kind kind, boolean searched, boolean names, boolean limited) {
        String wanted = searched ? " and m.id = any(array(" + BY_NUMBER + (names ? BY_NICKNAME : "") + "))" : "";
        return EVERYBODY + condition(kind) + wanted + (limited ? IN_REACH : "") + " order by m.id limit :most";
    }

    private static String folded(Handle handle, String typed) {
        return handle.createQuery("select search_folded(:typed)")
                .bind("typed", typed)
                .mapTo(String.class)
                .one();
    }

    /** What is typed is no pattern. */
    private static String literally(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private static Line line(ResultSet row, boolean names) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getString("number"),
                Optional.ofNullable(row.getString("nickname")).filter(name -> names),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getObject("blocked_at") != null);
    }

    @Override
    public Optional<Member> look(StaffCaller caller, long participantId, Instant now) {
        caller.require(StaffRight.SEE_PEOPLE);
        Optional<Member> seen = members.byId(caller.organizationId(), participantId)
                .filter(Member::participant)
                .filter(member -> inReach(caller, member));
        seen.ifPresent(member ->
                audit.append(caller.did("LOOKED_AT_PERSON", Optional.of(member.number()), Optional.empty(), now)));
        return seen.map(member -> caller.may(StaffRight.SEE_NICKNAMES) ? member : nameless(member));
    }

    private boolean inReach(StaffCaller caller, Member member) {
        return !caller.role().limitedToTeams()
                || jdbi.withHandle(handle -> handle.createQuery(
                                "select exists (select from staff_reach"
                                        + " where staff_id = :staff and organization_id = :organization and member_id = :member)")
                        .bind("staff", caller.staffId())
                        .bind("organization", caller.organizationId())
                        .bind("member", member.id())
                        .mapTo(Boolean.class)
                        .one());
    }

    private static Member nameless(Member member) {
        return new Member(
                member.id(),
                member.organizationId(),
                member.number(),
                member.lineUserId(),
                Optional.empty(),
                member.participant(),
                member.watcher(),
                member.registeredAt(),
                member.blockedAt());
    }
}
