package org.bookbell.calendar;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.bookbell.problem.ProblemException;

/** The services of an organization. */
@Dependent
public class Services {

    private final EntityManager entities;

    @Inject
    public Services(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<Service> find(long organizationId, long id) {
        return Optional.ofNullable(entities.find(Service.class, id))
                .filter(service -> service.organizationId() == organizationId);
    }

    public Service get(long organizationId, long id) {
        return find(organizationId, id).orElseThrow(() -> ProblemException.notFound("service"));
    }

    /** By position, then name; inactive ones among them. */
    public List<Service> list(long organizationId) {
        return entities.createQuery(
                        "SELECT DISTINCT s FROM Service s LEFT JOIN FETCH s.staffIds"
                                + " WHERE s.organizationId = :organization ORDER BY s.position, s.name, s.id",
                        Service.class)
                .setParameter("organization", organizationId)
                .getResultList();
    }

    /** Raises the version even where only the staff changed. */
    public void touch(Service service) {
        entities.lock(service, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    public void add(Service service) {
        entities.persist(service);
    }
}
