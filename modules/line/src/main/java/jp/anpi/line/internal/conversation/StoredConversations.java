package jp.anpi.line.internal.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Conversations in the database; statements take part in the caller's transaction. */
@Dependent
class StoredConversations implements ConversationRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final String STAMP = "@stamp";
    private static final String SINCE = "@since";

    private final Jdbi jdbi;

    @Inject
    StoredConversations(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Row lock(int organizationId, String lineUserId, Instant now) {
        Optional<Row> present = lockPresent(organizationId, lineUserId, now);
        while (present.isEmpty()) {
            insert(organizationId, lineUserId, now);
            // Who left at this very moment took the row along; then it is made again.
            present = lockPresent(organizationId, lineUserId, now);
        }
        return present.get();
    }

    private Optional<Row> lockPresent(int organizationId, String lineUserId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select friend, step, cast(data as text) as data, heard_at
                        from conversation
                        where organization_id = :organization and line_user_id = :person
                        for update""")
                .bind("organization", organizationId)
                .bind("person", lineUserId)
                .map((row, context) -> new Row(
                        row.getBoolean("friend"),
                        state(row.getString("step"), row.getString("data"), now),
                        row.getObject("heard_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    private void insert(int organizationId, String lineUserId, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into conversation (organization_id, line_user_id, updated_at, heard_at)
                        values (:organization, :person, :now, to_timestamp(0))
                        on conflict do nothing""")
                .bind("organization", organizationId)
                .bind("person", lineUserId)
                .bind("now", now)
                .execute());
    }

    @Override
    public void save(int organizationId, String lineUserId, Row row, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update conversation
                        set friend = :friend, step = :step, data = cast(:data as jsonb), updated_at = :now,
                            heard_at = :heardAt, lapsed = false,
                            version = version + 1
                        where organization_id = :organization and line_user_id = :person""")
                .bind("friend", row.friend())
                .bind("heardAt", row.heardAt())
                .bind("step", row.state().step().map(Step::name).orElse(null))
                .bind("data", json(row.state()))
                .bind("now", now)
                .bind("organization", organizationId)
                .bind("person", lineUserId)
                .execute());
    }

    @Override
    public void forget(int organizationId, String lineUserId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from conversation
                        where organization_id = :organization and line_user_id = :person""")
                .bind("organization", organizationId)
                .bind("person", lineUserId)
                .execute());
    }

    private static State state(String step, String json, Instant now) {
        if (step == null) {
            return State.idle(now);
        }
        try {
            Map<String, String> data = new HashMap<>(JSON.readValue(json, WORDS));
            String stamp = data.remove(STAMP);
            Instant since = Instant.parse(data.remove(SINCE));
            return new State(Optional.of(Step.valueOf(step)), stamp, Map.copyOf(data), since);
        } catch (JsonProcessingException | IllegalArgumentException unknown) {
            // A step of another release: the person begins anew rather than being stuck.
            return State.idle(now);
        }
    }

    private static String json(State state) {
        Map<String, String> data = new HashMap<>(state.data());
        if (state.step().isPresent()) {
            data.put(STAMP, state.stamp());
            data.put(SINCE, state.since().toString());
        }
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A map of texts does not become JSON", impossible);
        }
    }
}
