package org.bookbell.web.access;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;

/** Finds the organization that a path names by slug or id; neither ever changes, so what was found is kept. */
@Endpoint
class OrganizationIds {

    private final Organizations organizations;
    private final Map<String, Long> known = new ConcurrentHashMap<>();

    @Inject
    OrganizationIds(Organizations organizations) {
        this.organizations = organizations;
    }

    long get(String slugOrId) {
        var id = known.get(slugOrId);
        return id != null ? id : remember(slugOrId);
    }

    private long remember(String slugOrId) {
        var id = Ids.parse(slugOrId)
                .map(organizations::get)
                .orElseGet(() -> organizations.getBySlug(slugOrId))
                .id();
        known.put(slugOrId, id);
        return id;
    }
}
