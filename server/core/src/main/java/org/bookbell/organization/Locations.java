package org.bookbell.organization;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.bookbell.problem.ProblemException;

/** The locations of an organization. */
@Dependent
public class Locations {

    private final EntityManager entities;

    @Inject
    public Locations(EntityManager entities) {
        this.entities = entities;
    }

    public Location get(long organizationId, long id) {
        return Optional.ofNullable(entities.find(Location.class, id))
                .filter(location -> location.organizationId() == organizationId)
                .orElseThrow(() -> ProblemException.notFound("location"));
    }

    /** By name, closed ones among them. */
    public List<Location> list(long organizationId) {
        return entities.createQuery(
                        "SELECT l FROM Location l WHERE l.organizationId = :organization ORDER BY l.name, l.id",
                        Location.class)
                .setParameter("organization", organizationId)
                .getResultList();
    }
}
