package org.bookbell.ical;

import java.io.IOException;
import java.util.regex.Pattern;
import org.bookbell.spi.export.Invitation;

/**
 * Who invites and who is invited (RFC 5545 §3.8.4). Whoever booked has accepted, and no answer is asked for: the e-mail's link
 * is where an appointment is confirmed, moved or cancelled.
 */
final class Parties {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final Invitation invitation;

    Parties(Invitation invitation) {
        this.invitation = invitation;
    }

    void writeTo(ContentLines lines) throws IOException {
        lines.add("ORGANIZER;CN=" + quoted(invitation.organizer()), mailto(invitation.organizerEmail()));
        lines.add(
                "ATTENDEE;CN=" + quoted(invitation.attendee())
                        + ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE",
                mailto(invitation.attendeeEmail()));
    }

    /** RFC 6868 §3: a caret escapes what a quoted parameter cannot hold. */
    private static String quoted(String name) {
        var line = CONTROL.matcher(name).replaceAll(" ").strip();
        return '"' + line.replace("^", "^^").replace("\"", "^'") + '"';
    }

    private static String mailto(String address) {
        return "mailto:" + CONTROL.matcher(address).replaceAll("").strip();
    }
}
