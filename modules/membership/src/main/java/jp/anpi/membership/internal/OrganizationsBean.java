package jp.anpi.membership.internal;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.anpi.membership.Organization;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.TermsVersion;

/** {@link Organizations} from the database, with the organizations themselves in memory: to find one there needs no transaction. */
@Stateless
public class OrganizationsBean implements Organizations {

    @PersistenceContext(unitName = "anpi")
    EntityManager entityManager;

    @Inject
    OrganizationCache cache;

    @Inject
    OrganizationRows rows;

    @Override
    @TransactionAttribute(SUPPORTS)
    public Optional<Organization> byKey(String key) {
        return cache.byKey(key).or(() -> find(one -> one.key().equals(key)));
    }

    @Override
    @TransactionAttribute(SUPPORTS)
    public Organization byId(int id) {
        return cache.byId(id)
                .or(() -> find(one -> one.id() == id))
                .orElseThrow(() -> new IllegalArgumentException("No organization has the id " + id));
    }

    private Optional<Organization> find(Predicate<Organization> wanted) {
        return rows.all().stream().filter(wanted).findFirst().map(cache::keep);
    }

    @Override
    @TransactionAttribute(SUPPORTS)
    public Organization first() {
        return cache.first(() -> rows.all().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No organization is founded")));
    }

    @Override
    public List<Organization> all() {
        return rows.all();
    }

    @Override
    public TermsVersion currentTerms(int organizationId) {
        return entityManager
                .createQuery(
                        "select t from TermsVersionEntity t where t.id.organizationId = :organization"
                                + " order by t.id.version desc",
                        TermsVersionEntity.class)
                .setParameter("organization", organizationId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(TermsVersionEntity::toTermsVersion)
                .orElseThrow(() -> new IllegalArgumentException("Organization " + organizationId + " has no terms"));
    }
}
