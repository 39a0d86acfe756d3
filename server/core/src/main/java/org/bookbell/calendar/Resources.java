package org.bookbell.calendar;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.bookbell.problem.ProblemException;

/** The resources of an organization. */
@Dependent
public class Resources {

    private final EntityManager entities;

    @Inject
    public Resources(EntityManager entities) {
        this.entities = entities;
    }

    public Resource get(long organizationId, long id) {
        return Optional.ofNullable(entities.find(Resource.class, id))
                .filter(resource -> resource.organizationId() == organizationId)
                .orElseThrow(() -> ProblemException.notFound("resource"));
    }

    /** By name, inactive ones among them. */
    public List<Resource> list(long organizationId) {
        return entities.createQuery(
                        "SELECT r FROM Resource r WHERE r.organizationId = :organization ORDER BY r.name, r.id",
                        Resource.class)
                .setParameter("organization", organizationId)
                .getResultList();
    }

    public void add(Resource resource) {
        entities.persist(resource);
    }
}
