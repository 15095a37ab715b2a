package jp.anpi.membership.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jp.anpi.membership.Organization;

/**
 * Organizations already seen by this node, because every message asks for one.
 *
 * <p>They never change once made; what is absent is not remembered, so another node's new one is found.
 */
@ApplicationScoped
public class OrganizationCache {

    private final Map<Integer, Organization> byId = new ConcurrentHashMap<>();
    private final Map<String, Organization> byKey = new ConcurrentHashMap<>();
    private volatile Organization first;

    Optional<Organization> byId(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Organization> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The one that was made before all others; looked up once. */
    Organization first(Supplier<Organization> lookUp) {
        Organization known = first;
        if (known == null) {
            known = keep(lookUp.get());
            first = known;
        }
        return known;
    }

    Organization keep(Organization organization) {
        byId.put(organization.id(), organization);
        byKey.put(organization.key(), organization);
        return organization;
    }
}
