package jp.anpi.membership.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import jp.anpi.membership.Farewells;
import jp.anpi.membership.Member;
import org.jdbi.v3.core.Jdbi;

/** {@link Farewells} in a table of their own, that no list of members looks at. */
@ApplicationScoped
public class FarewellsBean implements Farewells {

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Override
    public void keep(Member gone, Instant now) {
        if (gone.blockedAt().isPresent()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("insert into farewell (member_id, organization_id, line_user_id,"
                        + " kept_until) values (:member, :organization, :account, :until)")
                .bind("member", gone.id())
                .bind("organization", gone.organizationId())
                .bind("account", gone.lineUserId())
                .bind("until", now.plus(Duration.ofDays(DAYS)))
                .execute());
    }

    @Override
    public Map<Long, String> lineUserIds(int organizationId, Collection<Long> memberIds) {
        return jdbi.withHandle(handle -> handle.createQuery("select f.member_id, f.line_user_id from farewell f"
                        + " where f.organization_id = :organization and f.member_id = any(:ids)"
                        + " and f.kept_until > :now and not exists (select from member m"
                        + " where m.organization_id = f.organization_id and m.line_user_id = f.line_user_id)")
                .bind("organization", organizationId)
                .bind("ids", memberIds.toArray(Long[]::new))
                .bind("now", clock.instant())
                .map((row, context) -> Map.entry(row.getLong("member_id"), row.getString("line_user_id")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public void forget(int organizationId, Collection<Long> memberIds) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from farewell where organization_id = :organization and member_id = any(:ids)")
                .bind("organization", organizationId)
                .bind("ids", memberIds.toArray(Long[]::new))
                .execute());
    }
}
