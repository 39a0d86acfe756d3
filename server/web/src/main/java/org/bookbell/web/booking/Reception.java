package org.bookbell.web.booking;

import jakarta.inject.Inject;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.Booking;
import org.bookbell.booking.Guest;
import org.bookbell.booking.NewAppointment;
import org.bookbell.booking.slot.SlotWish;
import org.bookbell.client.Channel;
import org.bookbell.client.ClientFile;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.client.choice.Consents;
import org.bookbell.organization.Organization;
import org.bookbell.storage.transaction.UseCase;

/** Receives whoever books: files them, keeps what they agreed to, and books. */
@UseCase
public class Reception {

    private final ClientFile file;
    private final Consents consents;
    private final Booking booking;

    @Inject
    Reception(ClientFile file, Consents consents, Booking booking) {
        this.file = file;
        this.consents = consents;
        this.booking = booking;
    }

    /** Books a free time. */
    public Appointment book(Actor actor, Organization organization, SlotWish slot, Booker booker) {
        var guest = receive(actor, organization, booker);
        return booking.book(actor, organization.id(), new NewAppointment(slot, guest, booker.note()));
    }

    /** Books the time that a hold keeps. */
    public Appointment bookHeld(Actor actor, Organization organization, long holdId, Booker booker) {
        var guest = receive(actor, organization, booker);
        return booking.bookHeld(actor, organization.id(), holdId, guest, booker.note());
    }

    private Guest receive(Actor actor, Organization organization, Booker booker) {
        long clientId = booker.guest() instanceof Guest.Introduced introduced
                ? file.recognize(actor, organization.id(), introduced.details()).id()
                : ((Guest.Known) booker.guest()).clientId();
        booker.smsConsent()
                .ifPresent(source -> consents.record(
                        actor, organization.id(), clientId, Channel.SMS, organization.consentText(), source));
        return new Guest.Known(clientId);
    }

    /**
     * Whoever books.
     *
     * @param smsConsent where they agreed to the organization's consent text just now, if they did
     * @param note their own words for the staff
     */
    public record Booker(Guest guest, Optional<ConsentSource> smsConsent, Optional<String> note) {}
}
