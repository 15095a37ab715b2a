package jp.anpi.membership.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    Optional<Organization> byId(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Organization> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Organization keep(Organization organization) {
        byId.put(organization.id(), organization);
        byKey.put(organization.key(), organization);
        return organization;
    }
}
