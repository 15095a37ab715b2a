package jp.anpi.membership.internal;

import static jp.anpi.membership.internal.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import jp.anpi.membership.Member;
import jp.anpi.membership.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever can be told in one way or another is somebody to tell (E-13): the table {@code nobody_to_tell}. */
class NobodyToTellTest {

    private final Town town = new Town();
    private final Member mother = town.participant("U-mother");
    private final Member daughter = town.watcher("U-daughter");

    @BeforeEach
    void watched() {
        town.join(mother, daughter, Role.WATCHER);
        assertThat(alone()).isFalse();
    }

    @Test
    void e13_a_watcher_who_blocked_us_is_somebody_to_tell_while_an_address_of_theirs_is_confirmed() {
        block();
        assertThat(alone()).as("blocked").isTrue();

        sql("insert into contact_address (organization_id, member_id, way, sealed, created_at)"
                + " values (?, ?, 'MAIL', '\\x0100000007', now)");
        assertThat(alone()).as("an address that nobody confirmed").isTrue();

        sql("update contact_address set confirmed_at = now where organization_id = ? and member_id = ?");
        assertThat(alone()).as("a confirmed address").isFalse();

        sql("update contact_address set sealed = '\\x0100000008' where organization_id = ? and member_id = ?");
        assertThat(alone()).as("sealed anew").isFalse();

        sql("delete from contact_address where organization_id = ? and member_id = ?");
        assertThat(alone()).as("the address was removed").isTrue();
    }

    @Test
    void e13_who_blocks_us_with_a_confirmed_address_leaves_nobody_alone() {
        sql("insert into contact_address (organization_id, member_id, way, sealed, created_at, confirmed_at)"
                + " values (?, ?, 'MAIL', '\\x0100000007', now, now)");
        block();
        assertThat(alone()).isFalse();

        town.leave(daughter);
        assertThat(alone()).as("the watcher has left").isTrue();
    }

    @Test
    void one_organization_waits_for_no_other() {
        Town other = new Town();
        Member theirs = other.participant("U-theirs");
        Member watcher = other.watcher("U-watcher");
        town.use(beans -> {
            beans.members.blocked(town.id(), "U-daughter", NOON);
            assertThat(CompletableFuture.runAsync(() -> other.join(theirs, watcher, Role.WATCHER)))
                    .succeedsWithin(Duration.ofSeconds(10));
        });
    }

    private void block() {
        town.use(beans -> beans.members.blocked(town.id(), "U-daughter", NOON));
    }

    private boolean alone() {
        return town.count("select count(*) from nobody_to_tell where member_id = ?", mother.id()) > 0;
    }

    /** With the organization and the watcher as parameters; now is noon. */
    private void sql(String statement) {
        town.use(beans -> beans.jdbi.useHandle(handle -> handle.execute(
                statement.replaceAll("\\bnow\\b", "timestamptz '" + NOON + "'"), town.id(), daughter.id())));
    }
}
