package jp.anpi.membership.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.membership.Member;
import jp.anpi.membership.Nickname;
import jp.anpi.membership.Role;

/** A member: a number, perhaps a nickname, and a LINE account. */
@Entity
@Table(name = "member")
public class MemberEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "organization_id")
    private int organizationId;

    private String number;

    @Column(name = "line_user_id")
    private String lineUserId;

    private String nickname;

    @Column(name = "participant_since")
    private Instant participantSince;

    @Column(name = "watcher_since")
    private Instant watcherSince;

    @Column(name = "registered_at")
    private Instant registeredAt;

    @Column(name = "blocked_at")
    private Instant blockedAt;

    @Column(name = "died_at")
    private Instant diedAt;

    @Version
    private int version;

    protected MemberEntity() {}

    long id() {
        return id;
    }

    String number() {
        return number;
    }

    boolean is(Role role) {
        return since(role) != null;
    }

    /** Adds the role; a role that the member already has keeps its date. */
    void take(Role role, Instant now) {
        if (is(role)) {
            return;
        }
        switch (role) {
            case PARTICIPANT -> participantSince = now;
            case WATCHER -> watcherSince = now;
        }
    }

    void rename(Nickname name) {
        nickname = name.text();
    }

    /** False when it was blocked before. */
    boolean block(Instant now) {
        boolean reachable = blockedAt == null;
        if (reachable) {
            blockedAt = now;
        }
        return reachable;
    }

    /** False when it was not blocked. */
    boolean unblock() {
        boolean blocked = blockedAt != null;
        blockedAt = null;
        return blocked;
    }

    boolean alive() {
        return diedAt == null;
    }

    /** False when it was noted before. */
    boolean die(Instant now) {
        boolean lived = alive();
        if (lived) {
            diedAt = now;
        }
        return lived;
    }

    /** False when nothing was noted. */
    boolean live() {
        boolean noted = !alive();
        diedAt = null;
        return noted;
    }

    Member toMember() {
        return new Member(
                id,
                organizationId,
                number,
                lineUserId,
                Optional.ofNullable(nickname),
                is(Role.PARTICIPANT),
                is(Role.WATCHER),
                registeredAt,
                Optional.ofNullable(blockedAt));
    }

    private Instant since(Role role) {
        return switch (role) {
            case PARTICIPANT -> participantSince;
            case WATCHER -> watcherSince;
        };
    }
}
