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
 * <p>What another node changes is brought by {@link OrganizationPulse}; what is absent is not remembered, so another node's
 * new one is found.
 */
@ApplicationScoped
public class OrganizationCache {

    private final Map<Integer, Organization> byId = new ConcurrentHashMap<>();
    private final Map<String, Organization> byKey = new ConcurrentHashMap<>();
    private volatile Integer first;

    Optional<Organization> byId(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Organization> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The one that was made before all others; looked up once. */
    Organization first(Supplier<Organization> lookUp) {
        Integer id = first;
        // Read once: they may be forgotten at any moment.
        Organization known = id == null ? null : byId.get(id);
        if (known == null) {
            known = keep(lookUp.get());
            first = known.id();
        }
        return known;
    }

    /** The next who asks looks them up anew. */
    void forget() {
        first = null;
        byKey.clear();
        byId.clear();
    }

    Organization keep(Organization organization) {
        byId.put(organization.id(), organization);
        byKey.put(organization.key(), organization);
        return organization;
    }
}
