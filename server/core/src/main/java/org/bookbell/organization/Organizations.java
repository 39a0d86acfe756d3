package org.bookbell.organization;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.problem.ProblemException;

/** All organizations of this server. */
@Dependent
public class Organizations {

    private final EntityManager entities;

    @Inject
    public Organizations(EntityManager entities) {
        this.entities = entities;
    }

    public Organization get(long id) {
        return Optional.ofNullable(entities.find(Organization.class, id)).orElseThrow(Organizations::unknown);
    }

    public Optional<Organization> findBySlug(String slug) {
        return entities.createQuery("SELECT o FROM Organization o WHERE o.slug = :slug", Organization.class)
                .setParameter("slug", slug.strip().toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    public Organization getBySlug(String slug) {
        return findBySlug(slug).orElseThrow(Organizations::unknown);
    }

    /** By name. */
    public List<Organization> list() {
        return entities.createQuery("SELECT o FROM Organization o ORDER BY o.name, o.id", Organization.class)
                .getResultList();
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("organization");
    }
}
