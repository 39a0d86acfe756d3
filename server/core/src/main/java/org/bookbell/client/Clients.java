package org.bookbell.client;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bookbell.problem.ProblemException;

/** The clients of an organization. */
@Dependent
public class Clients {

    private static final int MOST_OF_ONE_CONTACT = 50;

    private final EntityManager entities;

    @Inject
    public Clients(EntityManager entities) {
        this.entities = entities;
    }

    public Client get(long organizationId, long id) {
        return Optional.ofNullable(entities.find(Client.class, id))
                .filter(client -> client.organizationId() == organizationId)
                .orElseThrow(() -> ProblemException.notFound("client"));
    }

    /** In the order of their ids, after {@code afterId}, which is 0 for the first page. */
    public List<Client> list(long organizationId, long afterId, int limit) {
        return entities.createQuery(
                        "SELECT c FROM Client c WHERE c.organizationId = :organization AND c.id > :after ORDER BY c.id",
                        Client.class)
                .setParameter("organization", organizationId)
                .setParameter("after", afterId)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The longest name in the file, to try a text with. */
    public Optional<String> findLongestName(long organizationId) {
        return entities.createQuery(
                        "SELECT c.name FROM Client c WHERE c.organizationId = :organization"
                                + " ORDER BY LENGTH(c.name) DESC, c.id",
                        String.class)
                .setParameter("organization", organizationId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Those of {@code ids} that are the organization's, in no order. */
    public List<Client> list(long organizationId, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "SELECT c FROM Client c WHERE c.organizationId = :organization AND c.id IN :ids", Client.class)
                .setParameter("organization", organizationId)
                .setParameter("ids", ids)
                .getResultList();
    }

    /**
     * Whom {@code text} may mean: parts of names or of an e-mail in any order, accents and capitals aside, or digits of
     * a phone number as dialed at home or abroad. Those come first in whom the first part begins a word.
     */
    public List<Client> search(long organizationId, String text, int limit) {
        var terms = SearchText.terms(text);
        var found = IntStream.range(0, terms.size())
                .mapToObj(term -> " AND c.searchText LIKE :term" + term + " ESCAPE '!'")
                .collect(Collectors.joining());
        var query = entities.createQuery(
                "SELECT c FROM Client c WHERE c.organizationId = :organization" + found
                        + " ORDER BY CASE WHEN c.searchText LIKE :start ESCAPE '!' THEN 0 ELSE 1 END, c.name, c.id",
                Client.class);
        for (var term = 0; term < terms.size(); term++) {
            query.setParameter("term" + term, "%" + escaped(terms.get(term)) + "%");
        }
        return query.setParameter("organization", organizationId)
                .setParameter(
                        "start",
                        "% " + terms.stream().findFirst().map(Clients::escaped).orElse("") + "%")
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * The client who books under the same name with the very same addresses; one address is enough, but each that is
     * given must be the file's, so that a visitor never books on a stranger's file.
     */
    public Optional<Client> findByContact(
            long organizationId, String name, Optional<Email> email, Optional<Phone> mobile) {
        if (email.isEmpty() && mobile.isEmpty()) {
            return Optional.empty();
        }
        return withContact(organizationId, email, mobile).stream()
                .filter(client -> SearchText.terms(client.name()).equals(SearchText.terms(name)))
                .filter(client -> email.isEmpty() || client.email().equals(email))
                .filter(client -> mobile.isEmpty() || client.mobile().equals(mobile))
                .findFirst();
    }

    private List<Client> withContact(long organizationId, Optional<Email> email, Optional<Phone> mobile) {
        var column = mobile.isPresent() ? "mobile" : "email";
        return entities.createQuery(
                        "SELECT c FROM Client c WHERE c.organizationId = :organization AND c." + column
                                + " = :contact ORDER BY c.id",
                        Client.class)
                .setParameter("organization", organizationId)
                .setParameter(
                        "contact",
                        mobile.map(Phone::e164)
                                .or(() -> email.map(Email::address))
                                .orElseThrow())
                .setMaxResults(MOST_OF_ONE_CONTACT)
                .getResultList();
    }

    private static String escaped(String term) {
        return term.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
