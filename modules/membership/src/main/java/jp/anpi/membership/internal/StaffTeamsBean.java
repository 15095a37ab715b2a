package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import jp.anpi.foundation.AuditLog;
import jp.anpi.foundation.Typed;
import jp.anpi.membership.Role;
import jp.anpi.membership.StaffCaller;
import jp.anpi.membership.StaffRight;
import jp.anpi.membership.StaffTeams;

/** {@link StaffTeams}; each change stands in the audit log. */
@Stateless
public class StaffTeamsBean implements StaffTeams {

    @PersistenceContext(unitName = "anpi")
    EntityManager entityManager;

    @Inject
    StaffTeamTable teams;

    @Inject
    DistrictTable districts;

    @Inject
    MemberRepository members;

    @Inject
    PersonalTeams memberships;

    @Inject
    TeamEntries entries;

    @Inject
    StaffReach reach;

    @Inject
    AuditLog audit;

    @Override
    public List<Line> list(StaffCaller caller, OptionalInt district, OptionalLong after, int most) {
        caller.require(StaffRight.SEE_TEAMS);
        return teams.list(caller, district, after, most);
    }

    @Override
    public Optional<Line> look(StaffCaller caller, long teamId) {
        caller.require(StaffRight.SEE_TEAMS);
        return teams.find(caller, teamId);
    }

    @Override
    public List<Person> people(StaffCaller caller, long teamId, Role role, OptionalLong after, int most) {
        caller.require(StaffRight.SEE_TEAMS);
        return teams.find(caller, teamId)
                .map(team -> teams.people(caller, teamId, role, after, most))
                .orElse(List.of());
    }

    @Override
    public Made add(StaffCaller caller, Description description, Instant now) {
        caller.require(StaffRight.MANAGE_TEAMS);
        Outcome objection = objection(caller, description, false);
        if (objection != Outcome.DONE) {
            return new Made(objection, OptionalLong.empty());
        }
        long id = teams.insert(caller.organizationId(), readable(description), now);
        note(caller, "TEAM_ADDED", description.name().strip(), id, now);
        return new Made(Outcome.DONE, OptionalLong.of(id));
    }

    @Override
    public Outcome change(StaffCaller caller, long teamId, Description description, int seen, Instant now) {
        Optional<Line> before = run(caller, teamId);
        if (before.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (!teams.lock(teamId, seen)) {
            return Outcome.CHANGED_MEANWHILE;
        }
        Description present = before.get().description();
        Description wanted = caller.may(StaffRight.MANAGE_TEAMS) ? description : described(present, description);
        Outcome objection = objection(caller, wanted, wanted.districtId().equals(present.districtId()));
        if (objection == Outcome.DONE) {
            teams.change(teamId, readable(wanted));
            String note = "team " + teamId + move(caller, before.get(), wanted.districtId());
            audit.append(caller.did("TEAM_CHANGED", Optional.of(wanted.name().strip()), Optional.of(note), now));
        }
        return objection;
    }

    /** From which district it went to which; blank where it stays. */
    private String move(StaffCaller caller, Line before, OptionalInt district) {
        if (district.equals(before.description().districtId())) {
            return "";
        }
        String now = teams.find(caller, before.id()).flatMap(Line::district).orElse("-");
        return ": " + before.district().orElse("-") + " → " + now;
    }

    private static Description described(Description present, Description wanted) {
        return new Description(
                wanted.name(), present.districtId(), present.partnerKind(), present.partner(), wanted.note());
    }

    /** A team that the caller runs. */
    private Optional<Line> run(StaffCaller caller, long teamId) {
        caller.require(StaffRight.RUN_TEAMS);
        return teams.find(caller, teamId).filter(Line::run);
    }

    /** What the team has may stay, a retired district or none; whoever is limited makes no team outside of their own. */
    private Outcome objection(StaffCaller caller, Description description, boolean districtStays) {
        if (StaffName.shown(description.name()).isEmpty()) {
            return Outcome.NAME_UNREADABLE;
        }
        if (description
                .partner()
                .filter(name -> StaffName.shown(name).isEmpty())
                .isPresent()) {
            return Outcome.PARTNER_UNREADABLE;
        }
        if (description
                .note()
                .filter(note -> Typed.text(note, LONGEST_NOTE).isEmpty())
                .isPresent()) {
            return Outcome.NOTE_UNREADABLE;
        }
        OptionalInt district = description.districtId();
        boolean fine = districtStays
                || (district.isPresent() ? districts.isOpen(caller, district.getAsInt()) : !caller.limited());
        return fine ? Outcome.DONE : Outcome.DISTRICT_UNKNOWN;
    }

    private static Description readable(Description description) {
        return new Description(
                description.name().strip(),
                description.districtId(),
                description.partnerKind(),
                description.partner().map(String::strip),
                description
                        .note()
                        .flatMap(note -> Typed.text(note, LONGEST_NOTE))
                        .filter(note -> !note.isEmpty()));
    }

    @Override
    public Outcome join(StaffCaller caller, long teamId, String number, Role role, Instant now) {
        caller.require(StaffRight.MANAGE_TEAMS);
        Optional<Line> line = teams.find(caller, teamId);
        if (line.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (concernsOthers(line.get(), role)) {
            return Outcome.NOT_WHOLE;
        }
        Optional<MemberEntity> found = teams.byNumber(caller.organizationId(), MemberNumber.typed(number))
                .filter(id -> reach.includes(caller, id))
                .flatMap(id -> members.lockedById(caller.organizationId(), id))
                .filter(MemberEntity::alive);
        if (found.isEmpty()) {
            return Outcome.NOBODY;
        }
        MemberEntity member = found.get();
        if (role == Role.PARTICIPANT && !member.is(Role.PARTICIPANT)) {
            return Outcome.NO_PARTICIPANT;
        }
        TeamEntity team = entityManager.find(TeamEntity.class, teamId, LockModeType.PESSIMISTIC_WRITE);
        if (team.ended()) {
            return Outcome.UNKNOWN;
        }
        if (memberships.isIn(team, member, role)) {
            return Outcome.ALREADY_IN;
        }
        entries.add(caller.organizationId(), team, member, role, now);
        note(caller, "TEAM_MEMBER_ADDED", member.number(), teamId, now);
        return Outcome.DONE;
    }

    @Override
    public Outcome remove(StaffCaller caller, long teamId, long memberId, Role role, Instant now) {
        caller.require(StaffRight.MANAGE_TEAMS);
        Optional<Line> line = teams.find(caller, teamId);
        if (line.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (concernsOthers(line.get(), role)) {
            return Outcome.NOT_WHOLE;
        }
        Optional<MemberEntity> member = members.lockedById(caller.organizationId(), memberId);
        TeamEntity team = entityManager.find(TeamEntity.class, teamId, LockModeType.PESSIMISTIC_WRITE);
        if (member.isEmpty()
                || !sees(caller, memberId, role)
                || !entries.leave(caller.organizationId(), team, member.get(), role, now)) {
            return Outcome.NOT_IN;
        }
        note(caller, "TEAM_MEMBER_REMOVED", member.get().number(), teamId, now);
        return Outcome.DONE;
    }

    @Override
    public Outcome lead(StaffCaller caller, long teamId, long memberId, Role role, boolean lead, Instant now) {
        if (run(caller, teamId).isEmpty()) {
            return Outcome.UNKNOWN;
        }
        Optional<MemberEntity> member = members.byId(caller.organizationId(), memberId);
        if (member.isEmpty() || !sees(caller, memberId, role) || !teams.lead(teamId, memberId, role, lead)) {
            return Outcome.NOT_IN;
        }
        note(caller, lead ? "TEAM_LEAD_SET" : "TEAM_LEAD_ENDED", member.get().number(), teamId, now);
        return Outcome.DONE;
    }

    /** Who watches a team watches everybody in it, also those whom the caller does not see. */
    private static boolean concernsOthers(Line team, Role role) {
        return role == Role.WATCHER && !team.whole();
    }

    /** Of a team that is there for the caller: staff may have put one of its participants elsewhere. */
    private boolean sees(StaffCaller caller, long memberId, Role role) {
        return role == Role.WATCHER || reach.includes(caller, memberId);
    }

    /** @param about the team's name, or a member's number */
    private void note(StaffCaller caller, String action, String about, long team, Instant now) {
        audit.append(caller.did(action, Optional.of(about), Optional.of("team " + team), now));
    }
}
