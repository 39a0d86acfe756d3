package org.bookbell.status;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.access.member.Addressees;
import org.bookbell.audit.Actor;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.row.Alerts;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells operators, and the organizers whose messages are concerned, that an incident began and that it is over; each of
 * them once, in the transaction that notes it. What is about no gateway, operators hear from the watchdog itself.
 */
@UseCase
class IncidentNews {

    private static final int AT_ONCE = 100;
    private static final Duration NEWS = Duration.ofDays(1);
    private static final String COLUMNS = Incident.columns("i.");
    private static final String RECENT = "(i.closed_at IS NULL OR i.closed_at > ?)";
    private static final String IS_OWN =
            "(SELECT COUNT(*) FROM gateway g WHERE g.name = i.gateway AND g.organization_id <> 0)";
    /** The server, which is nobody's organization. */
    private static final long SERVER = 0;

    private final Sql sql;
    private final Addressees addressees;
    private final Organizations organizations;
    private final Alerts alerts;
    private final Clock clock;
    private final IncidentLetter letter;

    @Inject
    IncidentNews(
            Sql sql,
            Addressees addressees,
            Organizations organizations,
            Alerts alerts,
            Clock clock,
            @ConfigProperty(name = "bookbell.publicUrl", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.sql = sql;
        this.addressees = addressees;
        this.organizations = organizations;
        this.alerts = alerts;
        this.clock = clock;
        this.letter = new IncidentLetter(publicUrl.replaceAll("/+$", ""));
    }

    /**
     * Some of those who are to be told, operators first; of what is over for a day nobody wants to hear any more, and of
     * organizations' own gateways only these.
     */
    public List<Untold> listUntold() {
        var oldest = clock.instant().minus(NEWS);
        var operators = sql.list(
                "SELECT " + COLUMNS + ", i.opened_told_at FROM incident i WHERE " + RECENT
                        + " AND (i.opened_told_at IS NULL OR (i.closed_at IS NOT NULL AND i.closed_told_at IS NULL))"
                        + " AND i.kind IN ('FAIL_OVER', 'REFUSES') AND " + IS_OWN + " = 0 LIMIT " + AT_ONCE,
                row -> new Untold(
                        Incident.read(row),
                        SERVER,
                        0,
                        row.findInstant("opened_told_at").isPresent(),
                        false),
                oldest);
        var organizers = sql.list(
                "SELECT " + COLUMNS + ", o.organization_id, o.affected, o.opened_told_at, " + IS_OWN
                        + " AS own FROM incident_organization o"
                        + " JOIN incident i ON i.id = o.incident_id WHERE " + RECENT
                        + " AND (o.opened_told_at IS NULL OR (i.closed_at IS NOT NULL AND o.closed_told_at IS NULL))"
                        + " LIMIT " + AT_ONCE,
                row -> new Untold(
                        Incident.read(row),
                        row.getLong("organization_id"),
                        row.getInt("affected"),
                        row.findInstant("opened_told_at").isPresent(),
                        row.getInt("own") > 0),
                oldest);
        return Stream.concat(operators.stream(), organizers.stream()).toList();
    }

    /** Plans the e-mails to one of them, unless another node was faster. */
    public void tell(Untold untold) {
        var values = Stream.concat(Stream.of((Object) clock.instant()), Stream.of(untold.keyValues()))
                .toArray();
        int noted = sql.update(
                "UPDATE " + untold.table() + " SET " + untold.column() + " = ? WHERE " + untold.key() + " AND "
                        + untold.column() + " IS NULL",
                values);
        if (noted == 0 || !untold.isSaid()) {
            return;
        }
        var recipients = untold.isForOperators()
                ? addressees.listOperators()
                : addressees.listOrganizers(untold.organizationId());
        recipients.forEach(each -> tell(untold, each));
    }

    private void tell(Untold untold, Recipient recipient) {
        var text = untold.isForOperators()
                ? letter.text(untold)
                : letter.text(untold, organizations.get(untold.organizationId()), clock.instant());
        alerts.mail(Actor.system(), untold.organizationId(), recipient, letter.subject(untold), text);
    }
}
