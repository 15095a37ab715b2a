package jp.anpi.membership.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.anpi.foundation.Typed;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople.Kind;
import jp.anpi.membership.StaffPeople.Line;
import jp.anpi.membership.StaffPeople.Wanted;
import jp.anpi.membership.StaffRight;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The statement that finds a page of people. Whoever is wanted is looked up first, by index: by number, name, kind or
 * place; going through everybody would compare every one of them.
 */
record PeopleQuery(StaffCaller caller, Wanted wanted, String typed, List<String> tokens) {

    private static final String BY_NUMBER =
            "select f.id from member f where f.organization_id = :organization and f.number = :number";

    private static final String BY_BEGINNING = " union all select f.id from member f"
            + " where f.organization_id = :organization and f.number like :numbers";

    private static final String BY_NICKNAME = """
             union all select f.id from member f
            where f.organization_id = :organization and f.participant_since is not null and f.nickname is not null
              and search_folded(f.nickname) like :beginning
            """;

    private static final String BY_PERSONAL_DATA = """
             union all select f.member_id from personal_data f
            where f.search_tokens && :tokens and f.organization_id = :organization
            """;

    private static final String IN_DISTRICT = """
             and (m.district_id = :district or m.district_id is null and exists (
                select from team_membership x join team t on t.id = x.team_id
                where x.member_id = m.id and x.role = 'PARTICIPANT' and t.district_id = :district offset 0))
            """;

    /** The offset keeps PostgreSQL from collecting everybody within reach, to look a few of them up. */
    private static final String IN_REACH = """
             and exists (
                select from staff_reach r
                where r.staff_id = :staff and r.organization_id = m.organization_id and r.member_id = m.id offset 0)
            """;

    /** The name of the district that counts. */
    static final String DISTRICT = """
            (select d.name from district d where d.id = coalesce(m.district_id, (
                select min(t.district_id) from team_membership x join team t on t.id = x.team_id
                where x.member_id = m.id and x.role = 'PARTICIPANT'))) as district
            """;

    /** @param index finds what is sealed, for those who may see it */
    static PeopleQuery of(StaffCaller caller, Wanted wanted, BiFunction<Integer, String, List<String>> index) {
        String typed = Typed.narrow(wanted.search());
        boolean personal = !typed.isEmpty() && caller.may(StaffRight.SEE_PERSONAL_DATA);
        List<String> tokens = personal ? index.apply(caller.organizationId(), typed) : List.of();
        return new PeopleQuery(caller, wanted, typed, tokens);
    }

    /** Whether names and phone numbers are compared with what was typed. */
    boolean inPersonalData() {
        return !tokens.isEmpty();
    }

    private boolean searched() {
        return !typed.isEmpty();
    }

    private Optional<String> numbers() {
        return MemberNumber.beginning(typed);
    }

    private boolean names() {
        return caller.may(StaffRight.SEE_NICKNAMES);
    }

    /** With the placeholders that {@link #on} fills. */
    String sql() {
        return "select m.id, m.number, m.nickname, m.registered_at, m.blocked_at, m.died_at, " + DISTRICT
                + from()
                + (searched()
                        ? among(BY_NUMBER
                                + (numbers().isPresent() ? BY_BEGINNING : "")
                                + (names() ? BY_NICKNAME : "")
                                + (tokens.isEmpty() ? "" : BY_PERSONAL_DATA))
                        : "")
                + (begunByPlace() ? among(firstOfPlace()) : inDistrict() + inReach())
                + " order by m.id limit :most";
    }

    /** Everybody of a place may be nearly everybody, and the few on the page are found without the others. */
    private boolean begunByPlace() {
        return wanted.kind() == Kind.EVERYBODY
                && !searched()
                && (wanted.district().isPresent() || caller.limited());
    }

    private String firstOfPlace() {
        return wanted.district().isPresent() ? Place.DISTRICT.firstOfEach(inReach()) : Place.REACH.firstOfEach("");
    }

    private String inDistrict() {
        return wanted.district().isPresent() ? IN_DISTRICT : "";
    }

    private String inReach() {
        return caller.limited() ? IN_REACH : "";
    }

    private String from() {
        String everybody =
                " where m.organization_id = :organization and m.participant_since is not null and m.id > :after";
        return switch (wanted.kind()) {
            case EVERYBODY -> " from member m" + everybody;
            case BLOCKED -> " from member m" + everybody + " and m.blocked_at is not null";
            case DIED -> " from member m" + everybody + " and m.died_at is not null";
            case NOBODY_TO_TELL ->
                " from (select member_id from nobody_to_tell where organization_id = :organization"
                        + " and member_id > :after order by member_id) n join member m on m.id = n.member_id"
                        + everybody;
        };
    }

    private static String among(String ids) {
        return " and m.id = any(array(" + ids + "))";
    }

    Query on(Handle handle, int most) {
        Query query = handle.createQuery(sql())
                .bind("organization", caller.organizationId())
                .bind("after", wanted.after().orElse(0))
                .bind("most", most);
        wanted.district().ifPresent(district -> query.bind("district", district));
        if (caller.limited()) {
            query.bind("staff", caller.staffId());
        }
        if (searched()) {
            query.bind("number", MemberNumber.typed(typed));
            numbers().ifPresent(beginning -> query.bind("numbers", beginning + "%"));
        }
        if (searched() && names()) {
            query.bind("beginning", literally(folded(handle)) + "%");
        }
        if (!tokens.isEmpty()) {
            query.bind("tokens", tokens.toArray(String[]::new));
        }
        return query;
    }

    private String folded(Handle handle) {
        return handle.createQuery("select search_folded(:typed)")
                .bind("typed", typed)
                .mapTo(String.class)
                .one();
    }

    /** What is typed is no pattern. */
    private static String literally(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getString("number"),
                Optional.ofNullable(row.getString("nickname")).filter(name -> names()),
                Optional.ofNullable(row.getString("district")),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getObject("blocked_at") != null,
                row.getObject("died_at") != null);
    }
}
