package org.bookbell.calendar;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.bookbell.problem.ProblemException;

/** The staff of an organization. */
@Dependent
public class StaffList {

    private final EntityManager entities;

    @Inject
    public StaffList(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<Staff> find(long organizationId, long id) {
        return Optional.ofNullable(entities.find(Staff.class, id))
                .filter(staff -> staff.organizationId() == organizationId);
    }

    public Staff get(long organizationId, long id) {
        return find(organizationId, id).orElseThrow(() -> ProblemException.notFound("staff member"));
    }

    /** By position, then name; inactive ones among them. */
    public List<Staff> list(long organizationId) {
        return entities.createQuery(
                        "SELECT s FROM Staff s WHERE s.organizationId = :organization"
                                + " ORDER BY s.position, s.name, s.id",
                        Staff.class)
                .setParameter("organization", organizationId)
                .getResultList();
    }

    public void add(Staff staff) {
        entities.persist(staff);
    }
}
