package org.bookbell.message;

/**
 * A client answered a message about an appointment and will come. Fired within the transaction that handles the reply.
 * Whoever confirmed the appointment says so by {@link #markConfirmed()}; what nobody confirms reaches a person.
 */
public final class ReplyReceived {

    private final Told about;
    private boolean confirmed;

    /**
     * What the answered message told.
     *
     * @param occurrence how often the appointment had been moved then: the answer is to that time and no other
     */
    public record Told(long organizationId, long appointmentId, int occurrence, long clientId) {}

    public ReplyReceived(Told about) {
        this.about = about;
    }

    public Told about() {
        return about;
    }

    /** Says that the appointment is confirmed. */
    public void markConfirmed() {
        confirmed = true;
    }

    public boolean isConfirmed() {
        return confirmed;
    }
}
