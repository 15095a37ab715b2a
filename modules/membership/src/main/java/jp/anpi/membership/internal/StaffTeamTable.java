package jp.anpi.membership.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import jp.anpi.membership.PartnerKind;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffTeams.Description;
import jp.anpi.membership.StaffTeams.Line;
import jp.anpi.membership.StaffTeams.Person;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** The SQL of the teams that staff make. Personal teams are not there for it. */
@Dependent
public class StaffTeamTable {

    /** Of a team's participants whoever is limited sees those within reach: staff may have put one elsewhere. */
    static final String SEEN = """
            (not :limited or m.role = 'WATCHER' or exists (
                select from staff_reach r
                where r.staff_id = :staff and r.organization_id = m.organization_id and r.member_id = m.member_id offset 0))
            """;

    /** Whether team {@code t} is there for the caller. */
    static final String IN_REACH = """
            (not :limited or exists (
                select from staff_scope s
                where s.staff_id = :staff and (s.team_id = t.id or s.district_id = t.district_id)))
            """;

    /** Sizes are counted for the teams of one page only. */
    static final String SELECT = """
            select t.id, t.name, t.district_id, t.partner_kind, t.partner_name, t.note, t.version, d.name as district,
                   exists (select from staff_scope h where h.staff_id = :staff and h.team_id = t.id) as handed,
                   not exists (select from team_membership m where m.team_id = t.id and not %s) as whole,
                   (select count(*) from team_membership m where m.team_id = t.id and m.role = 'PARTICIPANT' and %s)
                       as participants,
                   (select count(*) from team_membership m where m.team_id = t.id and m.role = 'WATCHER') as watchers,
                   (select count(*) from team_membership m where m.team_id = t.id and m.lead) as leads,
                   (select count(*) from incident i
                    where i.organization_id = t.organization_id and i.closed_at is null
                      and i.subject_kind = 'PARTICIPANT' and exists (
                          select from team_membership m where m.team_id = t.id and m.role = 'PARTICIPANT'
                            and m.member_id = i.subject_id and %s)) as open_incidents
            from team t left join district d on d.id = t.district_id
            where t.organization_id = :organization and t.kind = 'AREA' and t.ended_at is null and
            """.replace("%s", SEEN) + IN_REACH;

    static final String NEXT = " and (t.name, t.id) > (select name, id from team where id = :after"
            + " and organization_id = :organization)";

    private static final String ORDER = " order by t.name, t.id limit :most";

    @Inject
    Jdbi jdbi;

    List<Line> list(StaffCaller caller, OptionalInt district, OptionalLong after, int most) {
        String sql = SELECT
                + (district.isPresent() ? " and t.district_id = :district" : "")
                + (after.isPresent() ? NEXT : "")
                + ORDER;
        return jdbi.withHandle(handle -> {
            var query = bound(handle.createQuery(sql), caller).bind("most", most);
            district.ifPresent(id -> query.bind("district", id));
            after.ifPresent(id -> query.bind("after", id));
            return query.map((row, context) -> line(row, caller)).list();
        });
    }

    Optional<Line> find(StaffCaller caller, long id) {
        return jdbi.withHandle(handle -> bound(handle.createQuery(SELECT + " and t.id = :id"), caller)
                .bind("id", id)
                .map((row, context) -> line(row, caller))
                .findOne());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, StaffCaller caller) {
        return statement
                .bind("organization", caller.organizationId())
                .bind("staff", caller.staffId())
                .bind("limited", caller.limited());
    }

    /** Partners run what was handed to them: in a district that is theirs there may be teams of others. */
    private static boolean runs(ResultSet row, StaffCaller caller) throws SQLException {
        return caller.may(StaffRight.RUN_TEAMS) && (caller.may(StaffRight.MANAGE_TEAMS) || row.getBoolean("handed"));
    }

    private static Line line(ResultSet row, StaffCaller caller) throws SQLException {
        int district = row.getInt("district_id");
        return new Line(
                row.getLong("id"),
                new Description(
                        row.getString("name"),
                        district == 0 ? OptionalInt.empty() : OptionalInt.of(district),
                        Optional.ofNullable(row.getString("partner_kind")).map(PartnerKind::valueOf),
                        Optional.ofNullable(row.getString("partner_name")),
                        Optional.ofNullable(row.getString("note"))),
                Optional.ofNullable(row.getString("district")),
                row.getLong("participants"),
                row.getLong("watchers"),
                row.getLong("leads"),
                row.getLong("open_incidents"),
                runs(row, caller),
                row.getBoolean("whole"),
                row.getInt("version"));
    }

    List<Person> people(StaffCaller caller, long team, Role role, OptionalLong after, int most) {
        List<Person> people = new ArrayList<>();
        if (after.isEmpty()) {
            people.addAll(people(caller, team, role, true, 0, most));
        }
        people.addAll(people(caller, team, role, false, after.orElse(0), most));
        return people;
    }

    private List<Person> people(StaffCaller caller, long team, Role role, boolean leads, long after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select p.id, p.number, p.nickname, m.lead, p.blocked_at is null and p.died_at is null as reachable
                        from team_membership m join member p on p.id = m.member_id
                        where m.team_id = :team and m.role = :role and m.organization_id = :organization
                          and %s and %s and m.member_id > :after order by m.member_id limit :most
                        """.formatted(leads ? "m.lead" : "not m.lead", SEEN))
                .bind("team", team)
                .bind("role", role.name())
                .bind("organization", caller.organizationId())
                .bind("staff", caller.staffId())
                .bind("limited", caller.limited())
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> person(row, caller))
                .list());
    }

    static Person person(ResultSet row, StaffCaller caller) throws SQLException {
        return new Person(
                row.getLong("id"),
                row.getString("number"),
                Optional.ofNullable(row.getString("nickname")).filter(name -> caller.may(StaffRight.SEE_NICKNAMES)),
                row.getBoolean("lead"),
                row.getBoolean("reachable"));
    }

    String name(long team) {
        return jdbi.withHandle(handle -> handle.createQuery("select name from team where id = :team")
                .bind("team", team)
                .mapTo(String.class)
                .one());
    }

    long insert(int organizationId, Description description, Instant now) {
        return jdbi.withHandle(handle -> described(handle.createQuery("""
                                insert into team (organization_id, kind, name, district_id, partner_kind, partner_name,
                                                  note, created_at)
                                values (:organization, 'AREA', :name, :district, :kind, :partner, :note, :now)
                                returning id
                                """), description)
                .bind("organization", organizationId)
                .bind("now", now)
                .mapTo(Long.class)
                .one());
    }

    /** Locked until the end of the transaction. False where it has changed since. */
    boolean lock(long team, int version) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id from team where id = :team and version = :seen for update")
                        .bind("team", team)
                        .bind("seen", version)
                        .mapTo(Long.class)
                        .findOne()
                        .isPresent());
    }

    void change(long team, Description description) {
        jdbi.useHandle(handle -> described(handle.createUpdate("""
                                update team set name = :name, district_id = :district, partner_kind = :kind,
                                    partner_name = :partner, note = :note, version = version + 1 where id = :team
                                """), description)
                .bind("team", team)
                .execute());
    }

    private static <S extends SqlStatement<S>> S described(S statement, Description description) {
        return statement
                .bind("name", description.name())
                .bind(
                        "district",
                        description.districtId().isPresent()
                                ? description.districtId().getAsInt()
                                : null)
                .bind("kind", description.partnerKind().map(Enum::name).orElse(null))
                .bind("partner", description.partner().orElse(null))
                .bind("note", description.note().orElse(null));
    }

    /** False where nobody like that is in the team. */
    boolean lead(long team, long member, Role role, boolean lead) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update team_membership set lead = :lead
                        where team_id = :team and member_id = :member and role = :role
                        """)
                        .bind("lead", lead)
                        .bind("team", team)
                        .bind("member", member)
                        .bind("role", role.name())
                        .execute())
                == 1;
    }

    Optional<Long> byNumber(int organizationId, String number) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from member where organization_id = :organization and number = :number")
                .bind("organization", organizationId)
                .bind("number", number)
                .mapTo(Long.class)
                .findOne());
    }
}
