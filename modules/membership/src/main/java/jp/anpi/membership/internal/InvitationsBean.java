package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations;
import jp.anpi.membership.Role;

/** {@link Invitations}; acceptances into one team happen one after the other, so that its last place is given once. */
@Stateless
public class InvitationsBean implements Invitations {

    /** More open codes than these only make guessing easier. */
    private static final int MOST_OPEN = 20;

    @PersistenceContext(unitName = "anpi")
    EntityManager entityManager;

    @Inject
    MemberRepository members;

    @Inject
    PersonalTeams teams;

    @Inject
    WatchLinkTable links;

    @Inject
    InvitationGuesses guesses;

    @Inject
    TeamEntries entries;

    @Override
    public Issue issue(int organizationId, long inviterId, Optional<Role> role, InvitationKind kind, Instant now) {
        MemberEntity inviter = members.lockedById(organizationId, inviterId)
                .orElseThrow(() -> new IllegalArgumentException("No member has the id " + inviterId));
        TeamEntity team = teams.toInviteInto(organizationId, inviter, role, now);
        if (role.equals(Optional.of(Role.WATCHER)) && teams.isFull(organizationId, team)) {
            return refused(Refusal.TEAM_FULL);
        }
        if (openOf(inviterId, now) >= MOST_OPEN) {
            return refused(Refusal.TOO_MANY);
        }
        InvitationCode code = InvitationCode.random();
        Instant expiresAt = now.plus(teams.organization(organizationId).invitationLife());
        var invitation = new InvitationEntity(organizationId, team.id(), inviterId, code, kind, role, now, expiresAt);
        entityManager.persist(invitation);
        entityManager.flush();
        return new Issue(Optional.of(new Issued(invitation.id(), code.readable(), expiresAt)), Optional.empty());
    }

    @Override
    public Look look(int organizationId, String lineUserId, String code, Instant now) {
        Optional<Instant> locked = guesses.lockedUntil(organizationId, lineUserId, now);
        if (locked.isPresent()) {
            return locked(locked.get());
        }
        return InvitationCode.typed(code)
                .flatMap(typed -> byCode(organizationId, typed))
                .map(found -> look(organizationId, lineUserId, found, now))
                .orElseGet(() -> guesses.failed(organizationId, lineUserId, now)
                        .map(InvitationsBean::locked)
                        .orElseGet(() -> unusable(Standing.UNKNOWN)));
    }

    @Override
    public Standing accept(int organizationId, long memberId, long invitationId, Role role, Instant now) {
        MemberEntity member = members.lockedById(organizationId, memberId)
                .orElseThrow(() -> new IllegalArgumentException("No member has the id " + memberId));
        Optional<InvitationEntity> found = byId(organizationId, invitationId);
        if (found.isEmpty()) {
            return Standing.UNKNOWN;
        }
        InvitationEntity invitation = found.get();
        if (!invitation.role().orElse(role).equals(role)) {
            throw new IllegalArgumentException("The invitation is for another role than " + role);
        }
        Optional<TeamEntity> team =
                invitation.teamId().map(id -> entityManager.find(TeamEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
        // What was read before the lock may have been used up in the meantime.
        entityManager.refresh(invitation, LockModeType.PESSIMISTIC_WRITE);
        Standing standing = team.map(
                        one -> standing(organizationId, invitation, one, Optional.of(member), Optional.of(role), now))
                .orElseGet(() -> invitation.standing(now));
        if (standing == Standing.VALID) {
            member.take(role, now);
            invitation.use(now);
            team.ifPresent(one -> entries.accept(organizationId, one, member, role, invitation.createdAt(), now));
            guesses.succeeded(organizationId, member.toMember().lineUserId());
        }
        return standing;
    }

    @Override
    public boolean revoke(int organizationId, long inviterId, long invitationId, Instant now) {
        Optional<InvitationEntity> open = byId(organizationId, invitationId)
                .filter(invitation -> invitation.madeBy(inviterId))
                .filter(invitation -> invitation.standing(now) == Standing.VALID);
        open.ifPresent(invitation -> invitation.revoke(now));
        entityManager.flush();
        return open.isPresent();
    }

    private Look look(int organizationId, String lineUserId, InvitationEntity invitation, Instant now) {
        Optional<MemberEntity> invitee = members.byLineUserId(organizationId, lineUserId);
        Standing standing = invitation
                .teamId()
                .map(id -> entityManager.find(TeamEntity.class, id))
                .map(team -> standing(organizationId, invitation, team, invitee, invitation.role(), now))
                .orElseGet(() -> withoutTeam(invitation, invitee, now));
        return standing == Standing.VALID
                ? new Look(standing, Optional.of(invitation.id()), invitation.role(), Optional.empty())
                : unusable(standing);
    }

    /** Of the organization itself: whoever takes part already has nothing to gain by it. */
    private static Standing withoutTeam(InvitationEntity invitation, Optional<MemberEntity> invitee, Instant now) {
        boolean in = invitee.filter(
                        member -> invitation.role().filter(member::is).isPresent())
                .isPresent();
        return in ? Standing.ALREADY_IN : invitation.standing(now);
    }

    private Standing standing(
            int organizationId,
            InvitationEntity invitation,
            TeamEntity team,
            Optional<MemberEntity> invitee,
            Optional<Role> role,
            Instant now) {
        if (team.ended()) {
            return Standing.TEAM_ENDED;
        }
        if (invitee.isPresent() && invitation.madeBy(invitee.get().id())) {
            return Standing.OWN;
        }
        if (invitee.isPresent() && links.partedFromLead(team.id(), invitee.get().id(), invitation.createdAt())) {
            return Standing.REVOKED;
        }
        if (invitee.isPresent() && isIn(team, invitee.get(), role, invitation.createdAt())) {
            return Standing.ALREADY_IN;
        }
        Standing standing = invitation.standing(now);
        boolean full = role.equals(Optional.of(Role.WATCHER)) && teams.isFull(organizationId, team);
        boolean hasPlace =
                invitee.filter(member -> teams.isIn(team, member, Role.WATCHER)).isPresent();
        return standing == Standing.VALID && full && !hasPlace ? Standing.TEAM_FULL : standing;
    }

    /** Where the role is open, only who has both has nothing left to choose. */
    private boolean isIn(TeamEntity team, MemberEntity member, Optional<Role> role, Instant invitedAt) {
        return role.map(List::of).orElseGet(() -> List.of(Role.values())).stream()
                .allMatch(each ->
                        teams.isIn(team, member, each) && !links.anyEnded(team.id(), member.id(), each, invitedAt));
    }

    private Optional<InvitationEntity> byId(int organizationId, long invitationId) {
        return entityManager
                .createQuery(
                        "select i from InvitationEntity i where i.organizationId = :organization and i.id = :id",
                        InvitationEntity.class)
                .setParameter("organization", organizationId)
                .setParameter("id", invitationId)
                .getResultStream()
                .findFirst();
    }

    private Optional<InvitationEntity> byCode(int organizationId, InvitationCode code) {
        return entityManager
                .createQuery(
                        "select i from InvitationEntity i"
                                + " where i.organizationId = :organization and i.codeDigest = :digest",
                        InvitationEntity.class)
                .setParameter("organization", organizationId)
                .setParameter("digest", code.digest())
                .getResultStream()
                .findFirst();
    }

    private long openOf(long inviterId, Instant now) {
        return entityManager
                .createQuery(
                        "select count(i) from InvitationEntity i where i.inviterId = :inviter"
                                + " and i.usedAt is null and i.revokedAt is null and i.expiresAt > :now",
                        Long.class)
                .setParameter("inviter", inviterId)
                .setParameter("now", now)
                .getSingleResult();
    }

    private static Issue refused(Refusal refusal) {
        return new Issue(Optional.empty(), Optional.of(refusal));
    }

    private static Look locked(Instant until) {
        return new Look(Standing.LOCKED, Optional.empty(), Optional.empty(), Optional.of(until));
    }

    private static Look unusable(Standing standing) {
        return new Look(standing, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
