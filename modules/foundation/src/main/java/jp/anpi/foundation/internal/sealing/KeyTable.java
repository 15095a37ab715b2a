package jp.anpi.foundation.internal.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.anpi.foundation.SealedColumn;
import org.jdbi.v3.core.Jdbi;

/** The SQL of the keys that sealed something in this database, and of what each of them still seals. */
@ApplicationScoped
public class KeyTable {

    /** A key, and a text that opens with it. */
    record KnownKey(int id, byte[] proof) {}

    /** One value, sealed. */
    record SealedValue(long key, int organizationId, byte[] sealed) {}

    static final String FIRST_DUE = "select min(look_at) from sealing_key";

    @Inject
    Jdbi jdbi;

    @Inject
    @Any
    Instance<SealedColumn> columns;

    /** One node at a time looks whose keys these are. */
    void lock() {
        jdbi.useHandle(handle -> handle.execute("lock table sealing_key in share row exclusive mode"));
    }

    /** The keys without which something here could not be read. */
    List<KnownKey> inUse() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select key_id, proof from sealing_key where emptied_at is null")
                        .map((row, context) -> new KnownKey(row.getInt("key_id"), row.getBytes("proof")))
                        .list());
    }

    /** Bytes 2 to 5 of each value; from one key to the next by the index, however many values there are. */
    Set<Integer> keysOfWhatIsSealed() {
        return columns.stream().flatMap(this::keysIn).collect(Collectors.toSet());
    }

    private Stream<Integer> keysIn(SealedColumn column) {
        String prefix = "substring(" + column.column() + " from 2 for 4)";
        String from = " from " + column.table() + " where " + prefix;
        return jdbi
                .withHandle(handle -> handle.createQuery("with recursive keys (prefix) as ((select " + prefix + from
                                + " is not null order by 1 limit 1) union all select (select " + prefix + from
                                + " > keys.prefix order by 1 limit 1) from keys where keys.prefix is not null)"
                                + " select prefix from keys where prefix is not null")
                        .map((row, context) ->
                                ByteBuffer.wrap(row.getBytes("prefix")).getInt())
                        .list())
                .stream();
    }

    void forgetAll() {
        jdbi.useHandle(handle -> handle.execute("delete from sealing_key"));
    }

    /** This key seals from now on; what the others hold is due to be sealed anew. */
    void primary(int id, byte[] proof, Instant now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("insert into sealing_key (key_id, proof, added_at) values (:id, :proof, :now)"
                            + " on conflict (key_id) do update set look_at = null, emptied_at = null")
                    .bind("id", id)
                    .bind("proof", proof)
                    .bind("now", now)
                    .execute();
            handle.createUpdate("update sealing_key set look_at = :now where key_id <> :id and look_at is null")
                    .bind("now", now)
                    .bind("id", id)
                    .execute();
        });
    }

    /** Keys that hold nothing and open nothing any more. */
    void forgetRetired(Set<Integer> enabled) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from sealing_key where emptied_at is not null and key_id <> all(:enabled)")
                .bind("enabled", enabled.toArray(Integer[]::new))
                .execute());
    }

    /** A key that seals no more, at which it is time to look; locked. */
    Optional<Integer> claim(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select key_id from sealing_key where look_at <= :now order by look_at limit 1"
                                + " for update skip locked")
                .bind("now", now)
                .mapTo(Integer.class)
                .findOne());
    }

    List<SealedColumn> columns() {
        return columns.stream().toList();
    }

    List<SealedValue> sealedWith(int key, SealedColumn column, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + column.key() + " as key, organization_id, "
                        + column.column() + " as sealed from " + column.table() + " where substring("
                        + column.column() + " from 2 for 4) = :prefix limit :most for update")
                .bind("prefix", ByteBuffer.allocate(Integer.BYTES).putInt(key).array())
                .bind("most", most)
                .map((row, context) ->
                        new SealedValue(row.getLong("key"), row.getInt("organization_id"), row.getBytes("sealed")))
                .list());
    }

    void replace(SealedColumn column, SealedValue value) {
        jdbi.useHandle(handle -> handle.createUpdate("update " + column.table() + " set " + column.column()
                        + " = :sealed where " + column.key() + " = :key")
                .bind("sealed", value.sealed())
                .bind("key", value.key())
                .execute());
    }

    /** @param emptied whether it holds nothing any more */
    void lookAgain(int key, boolean emptied, Instant now, Instant next) {
        jdbi.useHandle(handle -> handle.createUpdate("update sealing_key set look_at = :next,"
                        + " emptied_at = case when :emptied then coalesce(emptied_at, :now) end where key_id = :key")
                .bind("next", next)
                .bind("emptied", emptied)
                .bind("now", now)
                .bind("key", key)
                .execute());
    }
}
