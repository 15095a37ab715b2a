package jp.anpi.membership.internal;

import static jp.anpi.membership.internal.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jp.anpi.membership.Member;
import jp.anpi.membership.PageLinks.Purpose;
import jp.anpi.membership.PageLinks.Visit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A link from the chat to a page opens once, within ten minutes. */
class PageLinksTest {

    private final Town town = new Town();
    private final Member member = town.participant("U1");

    @Test
    void a_link_opens_what_it_was_made_for() {
        String token = issue(NOON);

        assertThat(open(token, NOON.plusSeconds(599)))
                .contains(new Visit(town.id(), member.id(), Purpose.WATCHED, Optional.of(7L)));
    }

    @Test
    void a_link_opens_only_once() {
        String token = issue(NOON);
        open(token, NOON);

        assertThat(open(token, NOON)).isEmpty();
    }

    @Test
    void a_link_opens_only_once_even_when_it_is_followed_twice_at_the_same_time() {
        String token = issue(NOON);
        CompletableFuture<Optional<Visit>> one = CompletableFuture.supplyAsync(() -> open(token, NOON));
        CompletableFuture<Optional<Visit>> other = CompletableFuture.supplyAsync(() -> open(token, NOON));

        assertThat(Stream.of(one.join(), other.join()).filter(Optional::isPresent))
                .hasSize(1);
    }

    @Test
    void a_link_is_too_old_after_ten_minutes() {
        String token = issue(NOON);

        assertThat(open(token, NOON.plus(Duration.ofMinutes(10)))).isEmpty();
    }

    @Test
    void a_made_up_link_opens_nothing() {
        assertThat(open("made up", NOON)).isEmpty();
    }

    @Test
    @DisplayName("What is kept opens no door, and is not kept for long")
    void only_digests_are_kept_and_old_ones_go_with_the_next_link() {
        String token = issue(NOON);
        assertThat(town.count(
                        "select count(*) from page_link where position(convert_to(?, 'UTF8') in token_digest) > 0",
                        token))
                .isZero();

        issue(NOON.plus(Duration.ofMinutes(10)));

        assertThat(town.count("select count(*) from page_link where organization_id = ?", town.id()))
                .isOne();
    }

    @Test
    void nobody_gets_a_link_for_somebody_who_is_no_member() {
        assertThatThrownBy(() ->
                        town.in(beans -> beans.pageLinks.issue(town.id(), -1, Purpose.MY_PAGE, Optional.empty(), NOON)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String issue(Instant at) {
        return town.in(beans -> beans.pageLinks.issue(town.id(), member.id(), Purpose.WATCHED, Optional.of(7L), at));
    }

    private Optional<Visit> open(String token, Instant at) {
        return town.in(beans -> beans.pageLinks.open(token, at));
    }
}
