package org.bookbell.status;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.bookbell.dispatch.failover.RefusingGateway;
import org.bookbell.organization.Organization;

/**
 * The words of the e-mails about an incident.
 *
 * @param publicUrl the server's address, without a slash at its end
 */
record IncidentLetter(String publicUrl) {

    String subject(Untold untold) {
        return untold.isForOperators() ? toOperators(untold) : toOrganizers(untold);
    }

    private static String toOperators(Untold untold) {
        var incident = untold.incident();
        if (untold.isOver()) {
            return over(incident);
        }
        return incident.kind() == Incident.Kind.REFUSES
                ? "Gateway " + incident.gateway() + " refuses messages; another one takes them"
                : "Gateway " + incident.gateway() + " takes messages and does not bring them";
    }

    private static String over(Incident incident) {
        if (incident.isWithdrawn()) {
            return "Messages go no more over " + incident.gateway();
        }
        return incident.kind() == Incident.Kind.REFUSES
                ? "Gateway " + incident.gateway() + " takes messages again"
                : "Messages arrive again over " + incident.gateway();
    }

    private static String toOrganizers(Untold untold) {
        var incident = untold.incident();
        return switch (incident.kind()) {
            case FAIL_OVER, REFUSES -> untold.isOver() ? over(incident) : "Some of your messages may not have arrived";
            case SENDING -> untold.isOver() ? "Your messages are sent again" : "Some of your messages are not sent";
            case EMAIL -> "E-mail is sent again";
        };
    }

    /** To operators. */
    String text(Untold untold) {
        var incident = untold.incident();
        var name = "The gateway " + incident.gateway()
                + (incident.destination().isEmpty() ? "" : " to " + incident.destination());
        var page = "\n\n" + publicUrl + "/operator/incidents";
        if (untold.isOver() && incident.isWithdrawn()) {
            return name + " is used no more, and what was known of it is forgotten. It begins afresh when it is used"
                    + " again." + page;
        }
        if (untold.isOver()) {
            return name
                    + (incident.kind() == Incident.Kind.REFUSES ? " takes messages" : " brings messages")
                    + " again; it is used as before." + page;
        }
        return incident.kind() == Incident.Kind.REFUSES ? refuses(incident, name) : bringsNothing(incident, name);
    }

    private String refuses(Incident incident, String name) {
        boolean isClosed =
                incident.code().filter(RefusingGateway.CLOSED::equals).isPresent();
        return name
                + (isClosed
                        ? " cannot be opened, found at " + utc(incident.openedAt())
                        : " has refused all messages since " + utc(incident.suspectFrom())
                                + incident.code().map(code -> " (" + code + ")").orElse(""))
                + ". They go over the next gateway, so that nobody misses anything; if that fails too, nothing is"
                + " left.\n\nSee what is wrong, or ask its provider: " + publicUrl + "/operator/gateways/"
                + incident.gateway();
    }

    private String bringsNothing(Incident incident, String name) {
        return name + " takes messages and does not bring them, found at " + utc(incident.openedAt())
                + ". What it took since " + utc(incident.suspectFrom())
                + " without proof is sent again by the next gateway, or is on the call lists of its organizations. A"
                + " few messages go on over it, to see whether it works again.\n\nAsk its provider, and tell"
                + " everybody what you know: " + publicUrl + "/operator/incidents";
    }

    /** To organizers. */
    String text(Untold untold, Organization organization, Instant now) {
        var callList = publicUrl + "/o/" + organization.slug() + "/callList";
        if (untold.isOver()) {
            return over(untold.incident(), organization.zone()) + " Whom nobody reached is on your call list: "
                    + callList;
        }
        return untold.isOwn()
                ? ofOwnGateway(untold, organization, callList)
                : ofServer(untold, organization.zone(), callList)
                        + "\n\nNext word by "
                        + at(untold.incident().nextWordBy(now), organization.zone()) + ": " + publicUrl + "/status";
    }

    private static String over(Incident incident, ZoneId zone) {
        var since = at(incident.suspectFrom(), zone);
        return switch (incident.kind()) {
            case FAIL_OVER, REFUSES ->
                "The disturbance since " + since + " is over; "
                        + (incident.isWithdrawn() ? "messages go another way now." : "messages arrive again.");
            case SENDING -> "The disturbance since " + since + " is over; messages are sent again.";
            case EMAIL -> "E-mail could not be sent since " + since + ", and is sent again.";
        };
    }

    private String ofOwnGateway(Untold untold, Organization organization, String callList) {
        return "Your gateway " + untold.incident().gateway() + " took messages since "
                + at(untold.incident().suspectFrom(), organization.zone()) + " and did not bring them, "
                + untold.affected()
                + " or more. They are sent again by the next gateway that you use; whom none can"
                + " reach in time is on your call list: " + callList + "\n\nAsk your provider. Your gateways: "
                + publicUrl + "/o/" + organization.slug() + "/setup/gateways";
    }

    private static String ofServer(Untold untold, ZoneId zone, String callList) {
        var concerned = "This concerns " + untold.affected() + " of yours" + (untold.affected() == 1 ? "" : " or more");
        var since = at(untold.incident().suspectFrom(), zone);
        return untold.incident().kind() == Incident.Kind.FAIL_OVER
                ? "A provider took messages since " + since + " and did not bring them. " + concerned
                        + ". They are sent again by another provider; whom that cannot reach in time is on your call"
                        + " list: " + callList
                : "Messages are due and are not sent, known since " + since + ". " + concerned
                        + ". They are sent as soon as that is possible; whom they cannot reach in time is on your call"
                        + " list: " + callList;
    }

    private static String utc(Instant moment) {
        return at(moment, ZoneOffset.UTC) + " UTC";
    }

    private static String at(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.ENGLISH)
                .format(moment.atZone(zone));
    }
}
