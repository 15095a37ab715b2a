package jp.anpi.escalation.internal.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.anpi.foundation.SealedColumn;
import jp.anpi.messaging.ContactWay;
import org.jdbi.v3.core.Jdbi;

/** The SQL of addresses and of the links that confirm them. */
@ApplicationScoped
public class AddressTable {

    static final SealedColumn SEALED = new SealedColumn("contact_address", "id", "sealed");

    private static final String COLUMNS = "id, organization_id, member_id, way, sealed, confirmed_at";

    @Inject
    private Jdbi jdbi;

    @Produces
    SealedColumn sealed() {
        return SEALED;
    }

    List<Address> ofMember(int organizationId, long memberId) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from contact_address"
                        + " where member_id = :member and organization_id = :organization order by id")
                .bind("member", memberId)
                .bind("organization", organizationId)
                .map((row, context) -> address(row))
                .list());
    }

    List<Address> ofOffice(int organizationId) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from contact_address"
                        + " where member_id is null and organization_id = :organization order by id")
                .bind("organization", organizationId)
                .map((row, context) -> address(row))
                .list());
    }

    Optional<Address> find(long id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from contact_address where id = :id")
                        .bind("id", id)
                        .map((row, context) -> address(row))
                        .findOne());
    }

    /** Two requests of one member at once come one after the other. */
    void lockMember(int organizationId, long memberId) {
        jdbi.useHandle(handle -> handle.createQuery("select id from member where id = :member"
                        + " and organization_id = :organization for no key update")
                .bind("member", memberId)
                .bind("organization", organizationId)
                .mapTo(Long.class)
                .one());
    }

    /** Whoever writes an alert to one of them at this moment is waited for. */
    void lock(List<Long> ids) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select id from contact_address where id = any(:ids) order by id for update")
                .bind("ids", ids.toArray(Long[]::new))
                .mapTo(Long.class)
                .list());
    }

    /** Of two nodes that start at once, one comes after the other. */
    void lockOffice(int organizationId) {
        jdbi.useHandle(
                handle -> handle.createQuery("select id from organization where id = :organization for no key update")
                        .bind("organization", organizationId)
                        .mapTo(Integer.class)
                        .one());
    }

    /** Whether a link waits to be sent or to be opened. */
    boolean linkUnderWay(long addressId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from address_confirmation"
                        + " where address_id = :address and expires_at > :now) or exists (select from urgent_delivery"
                        + " where address_id = :address and state = 'READY')")
                .bind("address", addressId)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one());
    }

    long insert(int organizationId, Long memberId, ContactWay way, byte[] sealed, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("insert into contact_address (organization_id, member_id,"
                        + " way, sealed, created_at) values (:organization, :member, :way, :sealed, :now) returning id")
                .bind("organization", organizationId)
                .bind("member", memberId)
                .bind("way", way.name())
                .bind("sealed", sealed)
                .bind("now", now)
                .mapTo(Long.class)
                .one());
    }

    void delete(long id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from contact_address where id = :id")
                .bind("id", id)
                .execute());
    }

    /** Links that this member asked for since then; older requests are forgotten. */
    int requestsSince(long memberId, Instant since) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("delete from confirmation_request where member_id = :member and asked_at <= :since")
                    .bind("member", memberId)
                    .bind("since", since)
                    .execute();
            return handle.createQuery("select count(*) from confirmation_request where member_id = :member")
                    .bind("member", memberId)
                    .mapTo(Integer.class)
                    .one();
        });
    }

    void request(int organizationId, long memberId, Instant now) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into confirmation_request (organization_id, member_id, asked_at)"
                                + " values (:organization, :member, :now)")
                        .bind("organization", organizationId)
                        .bind("member", memberId)
                        .bind("now", now)
                        .execute());
    }

    void issue(long addressId, byte[] digest, Instant expiresAt) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into address_confirmation (token_digest,"
                        + " organization_id, address_id, expires_at) select :digest, organization_id, id, :expires"
                        + " from contact_address where id = :address")
                .bind("digest", digest)
                .bind("address", addressId)
                .bind("expires", expiresAt)
                .execute());
    }

    /** The address that the link confirms; a mail may have gone out twice, and then the other link is used up too. */
    Optional<Long> use(byte[] digest, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("with used as (delete from address_confirmation"
                        + " where token_digest = :digest and expires_at > :now returning address_id), others as ("
                        + " delete from address_confirmation where address_id in (select address_id from used)"
                        + " and token_digest <> :digest) select address_id from used")
                .bind("digest", digest)
                .bind("now", now)
                .mapTo(Long.class)
                .findOne());
    }

    /** It counts from now on, instead of the one before, of which it takes over what waits and what was told by it. */
    void confirm(Address address, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("update urgent_delivery d set address_id = :id from contact_address a"
                            + " where a.id = d.address_id and a.member_id = :member and a.way = :way"
                            + " and a.confirmed_at is not null and a.id <> :id and d.kind <> 'CONFIRM'")
                    .bind("member", address.memberId().orElse(null))
                    .bind("way", address.way().name())
                    .bind("id", address.id())
                    .execute();
            handle.createUpdate("delete from contact_address where member_id = :member and way = :way"
                            + " and confirmed_at is not null and id <> :id")
                    .bind("member", address.memberId().orElse(null))
                    .bind("way", address.way().name())
                    .bind("id", address.id())
                    .execute();
            handle.createUpdate("update contact_address set confirmed_at = coalesce(confirmed_at, :now) where id = :id")
                    .bind("now", now)
                    .bind("id", address.id())
                    .execute();
        });
    }

    private static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getLong("id"),
                row.getInt("organization_id"),
                Optional.ofNullable(row.getObject("member_id", Long.class)),
                ContactWay.valueOf(row.getString("way")),
                row.getBytes("sealed"),
                row.getObject("confirmed_at") != null);
    }
}
