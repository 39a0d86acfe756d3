package org.bookbell.spi.export;

/**
 * What an invitation says besides its appointment (RFC 5546 §3.2).
 *
 * @param method whether it asks to come or calls off
 * @param organizer who invites
 * @param organizerEmail their e-mail address, an addr-spec of RFC 5322
 * @param attendee who is invited
 * @param attendeeEmail their e-mail address, an addr-spec of RFC 5322
 */
public record Invitation(
        Method method, String organizer, String organizerEmail, String attendee, String attendeeEmail) {

    /** What it is for. A later version may know more. */
    public enum Method {
        /** A first invitation, or an update of one. */
        REQUEST,
        /** The appointment does not take place. */
        CANCEL
    }

    /** Shows the method only: the rest is personal. */
    @Override
    public String toString() {
        return "Invitation[" + method + "]";
    }
}
