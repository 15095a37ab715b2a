package jp.anpi.membership.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.membership.InvitationKind;
import jp.anpi.membership.Invitations.Standing;
import jp.anpi.membership.Role;

/** An invitation into one team, known by the digest of its code. */
@Entity
@Table(name = "invitation")
public class InvitationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "organization_id")
    private int organizationId;

    /** Null where staff invite in the name of the organization. */
    @Column(name = "team_id")
    private Long teamId;

    @Column(name = "code_digest")
    private byte[] codeDigest;

    @Enumerated(EnumType.STRING)
    private InvitationKind kind;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "inviter_id")
    private Long inviterId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "used_at")
    private Instant usedAt;

    @Version
    private int version;

    protected InvitationEntity() {}

    InvitationEntity(
            int organizationId,
            long teamId,
            long inviterId,
            InvitationCode code,
            InvitationKind kind,
            Optional<Role> role,
            Instant createdAt,
            Instant expiresAt) {
        this.organizationId = organizationId;
        this.teamId = teamId;
        this.inviterId = inviterId;
        this.codeDigest = code.digest();
        this.kind = kind;
        this.role = role.orElse(null);
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    long id() {
        return id;
    }

    Optional<Long> teamId() {
        return Optional.ofNullable(teamId);
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Role> role() {
        return Optional.ofNullable(role);
    }

    boolean madeBy(long memberId) {
        return inviterId != null && inviterId == memberId;
    }

    /** Whether it still opens the door, apart from who stands before it. */
    Standing standing(Instant now) {
        if (revokedAt != null) {
            return Standing.REVOKED;
        }
        if (usedAt != null) {
            return Standing.USED;
        }
        return now.isBefore(expiresAt) ? Standing.VALID : Standing.EXPIRED;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    /** Someone came in by it: a second one must not, unless it is for all. */
    void use(Instant now) {
        if (kind == InvitationKind.SINGLE_USE) {
            usedAt = now;
        }
    }
}
