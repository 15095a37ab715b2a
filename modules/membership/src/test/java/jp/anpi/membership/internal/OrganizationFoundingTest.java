package jp.anpi.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jp.anpi.foundation.InvalidSettingException;
import jp.anpi.membership.Organization;
import jp.anpi.membership.TermsVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The first start makes the organization of the settings, with terms; every other start finds it. */
class OrganizationFoundingTest {

    private final Town town = new Town();

    @Test
    @DisplayName("R-066: the terms are in the organization's name and fit into one message")
    void a_new_organization_has_terms_that_name_it() {
        TermsVersion terms = town.in(beans -> beans.organizations.currentTerms(town.id()));

        assertThat(terms.version()).isEqualTo(1);
        assertThat(terms.body()).contains("みどり市", "119", "110", "退会").doesNotContain("{");
        assertThat(terms.body().length()).isLessThan(900);
    }

    @Test
    @DisplayName("R-032: how many more may watch in a personal team is read at the first start")
    void extra_watchers_are_those_of_the_settings() {
        Town generous = new Town(Map.of("anpi.organization.extra-watchers", "3"));
        String sql = "select extra_watchers from organization where id = ?";

        assertThat(generous.count(sql, generous.id())).isEqualTo(3);
        assertThat(town.count(sql, town.id())).isOne();
    }

    @Test
    void a_second_start_founds_nothing() {
        town.found();

        assertThat(town.founded.fired()).hasSize(1);
        assertThat(town.count("select count(*) from terms_version where organization_id = ?", town.id()))
                .isOne();
    }

    @Test
    @DisplayName("E-18: two nodes that start at once found one organization")
    void two_nodes_found_one_organization() {
        town.raze();

        CompletableFuture.allOf(CompletableFuture.runAsync(town::found), CompletableFuture.runAsync(town::found))
                .join();

        assertThat(town.founded.fired()).hasSize(1);
    }

    @Test
    void when_a_module_fails_to_add_its_part_there_is_no_organization() {
        int id = town.id();
        town.raze();
        town.founded.observe(event -> {
            throw new IllegalStateException("no part to add");
        });

        assertThatThrownBy(town::found).hasMessage("no part to add");

        assertThat(town.count("select count(*) from organization where id >= ?", id))
                .isZero();
    }

    @Test
    void an_organization_is_found_by_key_and_id_and_an_unknown_one_is_not() {
        town.use(beans -> {
            Organization own = town.organization();
            assertThat(beans.organizations.byId(own.id())).isEqualTo(own);
            assertThat(beans.organizations.byKey(own.key())).contains(own);
            assertThat(beans.organizations.all()).contains(own);
            assertThat(beans.organizations.byKey("nowhere")).isEmpty();
        });
        assertThatThrownBy(() -> town.in(beans -> beans.organizations.byId(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_first_organization_stays_the_first_whatever_key_the_settings_name_later() {
        Organization first = town.in(beans -> beans.organizations.all().get(0));
        Town later = new Town();

        later.use(beans -> assertThat(beans.organizations.first()).isEqualTo(first));
        assertThatThrownBy(() -> later.use(beans -> beans.founding.found()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(
                        "anpi.organization.key", later.organization().key(), "Allowed: " + first.key());
    }

    @Test
    void another_key_founds_no_second_organization() {
        Town later = new Town();
        later.raze();

        assertThatThrownBy(() -> later.use(beans -> beans.founding.found()))
                .isInstanceOf(InvalidSettingException.class);

        String key = later.settings().organization().key();
        assertThat(later.count("select count(*) from organization where key = ?", key))
                .isZero();
    }

    @Test
    void the_first_organizations_own_key_starts_as_ever() {
        Organization first = town.in(beans -> beans.organizations.all().get(0));
        Town again = new Town(Map.of("anpi.organization.key", first.key()));

        again.use(beans -> beans.founding.found());

        assertThat(again.founded.fired()).isEmpty();
    }
}
