package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import jp.anpi.foundation.AuditLog;
import jp.anpi.membership.Deaths;
import jp.anpi.membership.Member;
import jp.anpi.membership.Members;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffPeople;
import jp.anpi.membership.StaffRight;
import org.jdbi.v3.core.Jdbi;

/** {@link StaffPeople} by keys: a page costs the same, however many pages lie before it. */
@Stateless
public class StaffPeopleBean implements StaffPeople {

    @Inject
    private Jdbi jdbi;

    @Inject
    private Members members;

    @Inject
    private StaffReach reach;

    @Inject
    private DistrictTable districts;

    @Inject
    private BlindIndex index;

    @Inject
    private Deaths deaths;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    @Override
    public List<Line> find(StaffCaller caller, Wanted wanted, int most) {
        caller.require(StaffRight.SEE_PEOPLE);
        PeopleQuery query = PeopleQuery.of(caller, wanted, index::searched);
        List<Line> found = jdbi.withHandle(handle ->
                query.on(handle, most).map((row, context) -> query.line(row)).list());
        if (query.inPersonalData()) {
            // Whether somebody of that name or number takes part is itself an answer about them.
            audit.append(caller.did(
                    "PERSONAL_DATA_SEARCHED",
                    Optional.empty(),
                    Optional.of(Integer.toString(found.size())),
                    clock.instant()));
        }
        return found;
    }

    @Override
    public long nobodyToTell(StaffCaller caller) {
        caller.require(StaffRight.COUNT_PEOPLE);
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from nobody_to_tell n"
                        + " join member m on m.id = n.member_id"
                        + " where n.organization_id = :organization and m.participant_since is not null")
                .bind("organization", caller.organizationId())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Optional<Sheet> look(StaffCaller caller, long participantId, Instant now) {
        caller.require(StaffRight.SEE_PEOPLE);
        Optional<Member> seen = seen(caller, participantId);
        seen.ifPresent(member ->
                audit.append(caller.did("LOOKED_AT_PERSON", Optional.of(member.number()), Optional.empty(), now)));
        return seen.map(member -> sheet(caller.may(StaffRight.SEE_NICKNAMES) ? member : nameless(member)));
    }

    @Override
    public Optional<Member> seen(StaffCaller caller, long participantId) {
        caller.require(StaffRight.SEE_PEOPLE);
        return members.byId(caller.organizationId(), participantId)
                .filter(Member::participant)
                .filter(member -> reach.includes(caller, member.id()));
    }

    @Override
    public Set<Long> within(StaffCaller caller, Collection<Long> participants) {
        caller.require(StaffRight.SEE_PEOPLE);
        return reach.among(caller, participants);
    }

    private Sheet sheet(Member member) {
        return jdbi.withHandle(handle -> handle.createQuery("select m.district_id, m.died_at, " + PeopleQuery.DISTRICT
                        + " from member m where m.id = :member")
                .bind("member", member.id())
                .map((row, context) -> sheet(member, row))
                .one());
    }

    private static Sheet sheet(Member member, ResultSet row) throws SQLException {
        int own = row.getInt("district_id");
        return new Sheet(
                member,
                Optional.ofNullable(row.getString("district")),
                own == 0 ? OptionalInt.empty() : OptionalInt.of(own),
                Optional.ofNullable(row.getObject("died_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    @Override
    public Outcome place(StaffCaller caller, long participantId, OptionalInt districtId, Instant now) {
        caller.require(StaffRight.MANAGE_PEOPLE);
        Optional<Member> member = seen(caller, participantId);
        if (member.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        // Out of every district they would be out of sight of somebody who is limited to some.
        if (districtId.isPresent() ? !districts.isOpen(caller, districtId.getAsInt()) : caller.limited()) {
            return Outcome.DISTRICT_UNKNOWN;
        }
        jdbi.useHandle(handle -> handle.createUpdate("update member set district_id = :district,"
                        + " version = version + 1 where id = :member and organization_id = :organization")
                .bind("district", districtId.isPresent() ? districtId.getAsInt() : null)
                .bind("member", participantId)
                .bind("organization", caller.organizationId())
                .execute());
        audit.append(caller.did(
                "PERSON_PLACED",
                Optional.of(member.get().number()),
                Optional.of(districtId.isPresent() ? "district " + districtId.getAsInt() : "-"),
                now));
        return Outcome.DONE;
    }

    @Override
    public Outcome takeBackDeath(StaffCaller caller, long participantId, Instant now) {
        caller.require(StaffRight.MANAGE_PEOPLE);
        Optional<Member> member = seen(caller, participantId);
        if (member.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (!deaths.takeBack(caller, participantId, now)) {
            return Outcome.LIVES;
        }
        audit.append(caller.did("DEATH_TAKEN_BACK", Optional.of(member.get().number()), Optional.empty(), now));
        return Outcome.DONE;
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
