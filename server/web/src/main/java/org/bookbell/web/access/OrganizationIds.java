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

    /** Tells the visit where it is; the organization itself is read when it is asked for. */
    void show(String slugOrId, Visit visit) {
        var kept = known.get(slugOrId);
        long id = kept != null ? kept : remember(slugOrId);
        visit.at(id, () -> organizations.get(id));
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
