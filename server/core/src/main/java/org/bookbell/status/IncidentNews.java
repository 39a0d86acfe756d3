package org.bookbell.status;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bookbell.access.Addressees;
import org.bookbell.audit.Actor;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.Alerts;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.Sql;
import org.bookbell.storage.UseCase;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells operators, and the organizers whose messages are concerned, that an incident began and that it is over; each of
 * them once, in the transaction that notes it.
 */
@UseCase
class IncidentNews {

    private static final int AT_ONCE = 100;
    private static final Duration NEWS = Duration.ofDays(1);
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
    private final String publicUrl;

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
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * One who has not been told yet.
     *
     * @param organizationId whose organizers; 0 for the operators
     * @param affected how many of their messages are in doubt
     * @param isOwn whether the gateway is an organization's own
     */
    record Untold(Incident incident, long organizationId, int affected, boolean isOver, boolean isOwn) {

        private String table() {
            return organizationId == SERVER ? "incident" : "incident_organization";
        }

        private String key() {
            return organizationId == SERVER ? "id = ?" : "incident_id = ? AND organization_id = ?";
        }

        private Object[] keyValues() {
            return organizationId == SERVER
                    ? new Object[] {incident.id()}
                    : new Object[] {incident.id(), organizationId};
        }

        private String column() {
            return isOver ? "closed_told_at" : "opened_told_at";
        }
    }

    /**
     * Some of those who are to be told, operators first; of what is over for a day nobody wants to hear any more, and of
     * organizations' own gateways only these.
     */
    public List<Untold> listUntold() {
        var oldest = clock.instant().minus(NEWS);
        var columns = "i.id, i.gateway, i.destination, i.suspect_from, i.opened_at, i.closed_at, i.withdrawn";
        var operators = sql.list(
                "SELECT " + columns + ", i.opened_told_at FROM incident i WHERE " + RECENT
                        + " AND (i.opened_told_at IS NULL OR (i.closed_at IS NOT NULL AND i.closed_told_at IS NULL))"
                        + " AND " + IS_OWN + " = 0 LIMIT " + AT_ONCE,
                row -> new Untold(
                        Incident.read(row),
                        SERVER,
                        0,
                        row.findInstant("opened_told_at").isPresent(),
                        false),
                oldest);
        var organizers = sql.list(
                "SELECT " + columns + ", o.organization_id, o.affected, o.opened_told_at, " + IS_OWN
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
        if (noted == 0) {
            return;
        }
        var recipients = untold.organizationId() == SERVER
                ? addressees.listOperators()
                : addressees.listOrganizers(untold.organizationId());
        recipients.forEach(each -> tell(untold, each));
    }

    private void tell(Untold untold, Recipient recipient) {
        var subject = untold.isOver()
                ? untold.incident().isWithdrawn()
                        ? "Messages go no more over " + untold.incident().gateway()
                        : "Messages arrive again over " + untold.incident().gateway()
                : untold.organizationId() == SERVER
                        ? "Gateway " + untold.incident().gateway() + " takes messages and does not bring them"
                        : "Some of your messages may not have arrived";
        var text = untold.organizationId() == SERVER ? toOperators(untold) : toOrganizers(untold);
        alerts.mail(Actor.system(), untold.organizationId(), recipient, subject, text);
    }

    private String toOperators(Untold untold) {
        var incident = untold.incident();
        var name = "The gateway " + incident.gateway()
                + (incident.destination().isEmpty() ? "" : " to " + incident.destination());
        if (untold.isOver()) {
            return name
                    + (incident.isWithdrawn()
                            ? " is used no more, and what was known of it is forgotten. It begins afresh when it is"
                                    + " used again."
                            : " brings messages again; it is used as before.")
                    + "\n\n" + publicUrl + "/operator/incidents";
        }
        return name + " takes messages and does not bring them, found at " + at(incident.openedAt(), ZoneOffset.UTC)
                + " UTC. What it took since " + at(incident.suspectFrom(), ZoneOffset.UTC)
                + " UTC without proof is sent again by the next gateway, or is on the call lists of its"
                + " organizations. A few messages go on over it, to see whether it works again.\n\nAsk its"
                + " provider, and tell everybody what you know: " + publicUrl + "/operator/incidents";
    }

    private String toOrganizers(Untold untold) {
        var incident = untold.incident();
        var organization = organizations.get(untold.organizationId());
        var callList = publicUrl + "/o/" + organization.slug() + "/callList";
        if (untold.isOver()) {
            return "The disturbance since " + at(incident.suspectFrom(), organization.zone()) + " is over; "
                    + (incident.isWithdrawn() ? "messages go another way now" : "messages arrive again")
                    + ". Whom nobody reached is on your call list: " + callList;
        }
        if (untold.isOwn()) {
            return "Your gateway " + incident.gateway() + " took messages since "
                    + at(incident.suspectFrom(), organization.zone()) + " and did not bring them, "
                    + untold.affected()
                    + " or more. They are sent again by the next gateway that you use; whom none can"
                    + " reach in time is on your call list: " + callList + "\n\nAsk your provider. Your gateways: "
                    + publicUrl + "/o/" + organization.slug() + "/setup/gateways";
        }
        return "A provider took messages since " + at(incident.suspectFrom(), organization.zone())
                + " and did not bring them. This concerns " + untold.affected() + " of yours"
                + (untold.affected() == 1 ? "" : " or more")
                + ". They are sent again by another provider; whom that cannot reach in time is on your call list: "
                + callList + "\n\nNext word by "
                + at(incident.nextWordBy(clock.instant()), organization.zone()) + ": " + publicUrl + "/status";
    }

    private static String at(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.ENGLISH)
                .format(moment.atZone(zone));
    }
}
