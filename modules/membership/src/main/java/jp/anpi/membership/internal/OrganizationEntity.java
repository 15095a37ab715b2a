package jp.anpi.membership.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A tenant, with the rules of its teams. Made by {@link OrganizationFounding}, read here. */
@Entity
@Table(name = "organization")
public class OrganizationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String key;
    private String name;
    private String zone;
    private String preset;

    @Column(name = "extra_watchers")
    private short extraWatchers;

    @Column(name = "invitation_days")
    private short invitationDays;

    @Column(name = "created_at")
    private Instant createdAt;

    protected OrganizationEntity() {}

    /** How many may watch in one personal team. */
    int watchersInPersonalTeam() {
        return 1 + extraWatchers;
    }

    Duration invitationLife() {
        return Duration.ofDays(invitationDays);
    }
}
