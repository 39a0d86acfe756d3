package org.bookbell.status;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.status.Incident.Word;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** The incidents, for whoever wants to know; operators add words of their own. */
@UseCase
public class Incidents {

    private static final int LONGEST_WORDS = 1000;

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    @Inject
    Incidents(Sql sql, Ids ids, Clock clock, Audit audit) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** The newest first, those that last before all others. */
    public List<Incident> list(int limit) {
        return withWords(sql.list(
                "SELECT " + Incident.COLUMNS + " FROM incident"
                        + " ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, opened_at DESC LIMIT " + limit,
                Incident::read));
    }

    /** Those of the server's gateways, which everybody may know; what an organization's own do is its own affair. */
    public List<Incident> listPublic(int limit) {
        return withWords(sql.list(
                "SELECT " + Incident.COLUMNS + " FROM incident WHERE gateway NOT IN"
                        + " (SELECT name FROM gateway WHERE organization_id <> 0)"
                        + " ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, opened_at DESC LIMIT " + limit,
                Incident::read));
    }

    public Incident get(long id) {
        return sql.find("SELECT " + Incident.COLUMNS + " FROM incident WHERE id = ?", Incident::read, id)
                .map(found -> withWords(List.of(found)).get(0))
                .orElseThrow(() -> ProblemException.notFound("incident"));
    }

    /**
     * Those that last and concern an organization, the newest first: its messages are in doubt or late. Where no e-mail can
     * be sent, that concerns everybody without an e-mail gateway of their own: nobody tells them whom to call.
     */
    public List<Incident> listOpen(long organizationId) {
        return withWords(sql.list(
                "SELECT " + Incident.COLUMNS + " FROM incident WHERE closed_at IS NULL AND (id IN"
                        + " (SELECT incident_id FROM incident_organization WHERE organization_id = ? AND affected > 0)"
                        + " OR (kind = 'EMAIL' AND NOT EXISTS (SELECT 1 FROM gateway g WHERE g.organization_id = ?"
                        + " AND g.channel = 'EMAIL' AND g.enabled = TRUE))) ORDER BY opened_at DESC, id DESC",
                Incident::read,
                organizationId,
                organizationId));
    }

    /** Adds what everybody may read of an incident. */
    public Incident say(Actor actor, long id, String words) {
        var faults = new Faults();
        faults.check(
                !words.isBlank() && words.length() <= LONGEST_WORDS,
                "/words",
                "The words must have 1 to " + LONGEST_WORDS + " characters.");
        faults.throwIfAny();
        get(id);
        sql.update(
                "INSERT INTO incident_word (id, incident_id, member_id, words, said_at) VALUES (?, ?, ?, ?, ?)",
                ids.next(),
                id,
                actor.id(),
                words.strip(),
                clock.instant());
        audit.record(actor, 0, "incident.said", "incident", id, "");
        return get(id);
    }

    private List<Incident> withWords(List<Incident> incidents) {
        if (incidents.isEmpty()) {
            return incidents;
        }
        Map<Long, List<Word>> words = sql
                .list(
                        "SELECT incident_id, said_at, words FROM incident_word WHERE incident_id IN "
                                + Sql.marks(incidents.size()) + " ORDER BY id",
                        row -> Map.entry(
                                row.getLong("incident_id"), new Word(row.getInstant("said_at"), row.getText("words"))),
                        incidents.stream().map(Incident::id).toArray())
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return incidents.stream()
                .map(each -> each.with(Optional.ofNullable(words.get(each.id())).orElse(List.of())))
                .toList();
    }
}
