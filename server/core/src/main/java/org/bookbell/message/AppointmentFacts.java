package org.bookbell.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that messages about an appointment may tell: booking hands it over, so that nobody behind planning reads
 * bookings. Each message keeps its own copy.
 */
public record AppointmentFacts(
        Key key, Time time, Business business, Visit visit, Guest guest, List<Recipient> recipients) {

    public AppointmentFacts {
        recipients = List.copyOf(recipients);
    }

    /**
     * Which appointment it is.
     *
     * @param occurrence how often it was moved
     */
    public record Key(long organizationId, long appointmentId, long serviceId, int occurrence) {}

    /**
     * When it is.
     *
     * @param zone where it takes place, in whose wall time it is told
     * @param bookedAt when this occurrence was agreed: the booking or the latest move
     */
    public record Time(Instant start, Instant end, ZoneId zone, Instant bookedAt) {

        public Time {
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException("appointment must end after it starts but was " + start + "/" + end);
            }
        }

        public Duration length() {
            return Duration.between(start, end);
        }
    }

    /** Who invites: the organization, and where the appointment takes place, if that is worth telling. */
    public record Business(
            String name, @Nullable String phone, @Nullable String location) {}

    /**
     * What for and with whom.
     *
     * @param note the client's own words, told to staff only
     * @param selfToken the secret with which the client confirms, moves or cancels
     */
    public record Visit(
            String service,
            String staff,
            @Nullable String note,
            @Nullable String selfToken) {}

    /** Who comes. */
    public record Guest(
            String name, @Nullable String mobile, @Nullable String phone) {}

    /** The recipient with this kind and id, if they are told. */
    public Optional<Recipient> findRecipient(Audience kind, long id) {
        return recipients.stream()
                .filter(recipient -> recipient.kind() == kind && recipient.id() == id)
                .findFirst();
    }

    /** Shows the appointment only: the rest is personal. */
    @Override
    public String toString() {
        return "AppointmentFacts[" + key.appointmentId() + "/" + key.occurrence() + "]";
    }
}
