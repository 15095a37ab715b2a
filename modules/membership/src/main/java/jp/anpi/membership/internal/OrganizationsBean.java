package jp.anpi.membership.internal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import jp.anpi.membership.Organization;
import jp.anpi.membership.Organizations;
import jp.anpi.membership.TermsVersion;

/** {@link Organizations} from the database, with the organizations themselves in memory. */
@Stateless
public class OrganizationsBean implements Organizations {

    @PersistenceContext(unitName = "anpi")
    EntityManager entityManager;

    @Inject
    OrganizationCache cache;

    @Override
    public Optional<Organization> byKey(String key) {
        return cache.byKey(key).or(() -> entityManager
                .createQuery("select o from OrganizationEntity o where o.key = :key", OrganizationEntity.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .map(found -> cache.keep(found.toOrganization())));
    }

    @Override
    public Organization byId(int id) {
        return cache.byId(id)
                .or(() -> Optional.ofNullable(entityManager.find(OrganizationEntity.class, id))
                        .map(found -> cache.keep(found.toOrganization())))
                .orElseThrow(() -> new IllegalArgumentException("No organization has the id " + id));
    }

    @Override
    public Organization first() {
        return cache.first(() -> entityManager
                .createQuery("select o from OrganizationEntity o order by o.id", OrganizationEntity.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(OrganizationEntity::toOrganization)
                .orElseThrow(() -> new IllegalStateException("No organization is founded")));
    }

    @Override
    public List<Organization> all() {
        return entityManager
                .createQuery("select o from OrganizationEntity o order by o.id", OrganizationEntity.class)
                .getResultStream()
                .map(OrganizationEntity::toOrganization)
                .toList();
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
