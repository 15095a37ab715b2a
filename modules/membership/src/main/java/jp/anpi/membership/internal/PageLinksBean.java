package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.anpi.foundation.SecretToken;
import jp.anpi.membership.PageLinks;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** {@link PageLinks}: only digests are kept, and one statement both checks a link and uses it up. */
@Stateless
public class PageLinksBean implements PageLinks {

    private static final Duration LIFE = Duration.ofMinutes(10);

    @Inject
    Jdbi jdbi;

    @Override
    public String issue(int organizationId, long memberId, Purpose purpose, Optional<Long> aboutId, Instant now) {
        return issue(organizationId, memberId, purpose, aboutId, LIFE, now);
    }

    @Override
    public String issue(
            int organizationId, long memberId, Purpose purpose, Optional<Long> aboutId, Duration life, Instant now) {
        String token = SecretToken.next();
        int issued = jdbi.withHandle(handle -> {
            removeOld(handle, organizationId, now);
            return handle.createUpdate("""
                            insert into page_link
                                (token_digest, organization_id, member_id, purpose, about_id, expires_at)
                            select :digest, organization_id, id, :purpose, :about, :expires
                            from member where organization_id = :organization and id = :member
                            """)
                    .bind("digest", SecretToken.digest(token))
                    .bind("organization", organizationId)
                    .bind("member", memberId)
                    .bind("purpose", purpose.name())
                    .bind("about", aboutId.orElse(null))
                    .bind("expires", now.plus(life))
                    .execute();
        });
        if (issued == 0) {
            throw new IllegalArgumentException("No member has the id " + memberId);
        }
        return token;
    }

    @Override
    public Optional<Visit> open(String token, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        update page_link set used_at = :now
                        where token_digest = :digest and used_at is null and expires_at > :now
                        returning organization_id, member_id, purpose, about_id
                        """)
                .bind("digest", SecretToken.digest(token))
                .bind("now", now)
                .map((row, context) -> visit(row))
                .findOne());
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                row.getInt("organization_id"),
                row.getLong("member_id"),
                Purpose.valueOf(row.getString("purpose")),
                Optional.ofNullable(row.getObject("about_id", Long.class)));
    }

    private static void removeOld(Handle handle, int organizationId, Instant now) {
        handle.createUpdate("""
                        delete from page_link where token_digest in (
                            select token_digest from page_link
                            where organization_id = :organization and expires_at <= :now
                            for update skip locked)
                        """)
                .bind("organization", organizationId)
                .bind("now", now)
                .execute();
    }
}
