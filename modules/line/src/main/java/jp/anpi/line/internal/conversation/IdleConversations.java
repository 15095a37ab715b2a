package jp.anpi.line.internal.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Conversations in which nothing is under way, many at once; statements take part in the caller's transaction. */
@Dependent
class IdleConversations {

    private final Jdbi jdbi;

    @Inject
    IdleConversations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those persons who are asked nothing and whom nobody else talks to; their rows are locked without waiting. */
    Set<String> lock(int organizationId, Collection<String> lineUserIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select line_user_id from conversation
                        where organization_id = :organization and line_user_id = any(:persons) and step is null
                        for update skip locked""")
                .bind("organization", organizationId)
                .bind("persons", lineUserIds.toArray(String[]::new))
                .mapTo(String.class)
                .set());
    }

    /** They were heard of, unless something newer was. */
    void heard(int organizationId, Map<String, Instant> at, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update conversation c
                        set heard_at = h.at, updated_at = :now, lapsed = false, version = c.version + 1
                        from unnest(:persons, :at) as h (person, at)
                        where c.organization_id = :organization and c.line_user_id = h.person and c.heard_at < h.at""")
                .bind("organization", organizationId)
                .bind("persons", at.keySet().toArray(String[]::new))
                .bind("at", at.values().toArray(Instant[]::new))
                .bind("now", now)
                .execute());
    }
}
