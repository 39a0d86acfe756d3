package org.bookbell.web.booking;

import static org.bookbell.web.input.Kind.text;

import java.util.Optional;
import org.bookbell.booking.BookingSource;
import org.bookbell.booking.Guest;
import org.bookbell.booking.slot.Move;
import org.bookbell.booking.slot.SlotWish;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.web.client.ClientInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Reads what the API is told about appointments. */
final class AppointmentInput {

    private AppointmentInput() {}

    /** A time that is wanted; {@code offeredOnly} false takes any free time, as the desk may. */
    static SlotWish slot(Input in) {
        return new SlotWish(
                in.get("service", Kind.ID),
                in.find("staff", Kind.ID),
                in.get("start", Kind.INSTANT),
                BookingSource.API,
                in.get("offeredOnly", Kind.FLAG, true));
    }

    /** Whoever comes: {@code client} with an id, or with name and contacts. */
    static Reception.Booker booker(Input in, String country) {
        var consent = in.get("smsConsent", Kind.FLAG, false)
                ? Optional.of(ConsentSource.API)
                : Optional.<ConsentSource>empty();
        return new Reception.Booker(guest(in.object("client"), country), consent, in.find("note", text(0, 1000)));
    }

    private static Guest guest(Input client, String country) {
        var id = client.find("id", Kind.ID);
        return id.isPresent() ? new Guest.Known(id.get()) : new Guest.Introduced(ClientInput.read(client, country));
    }

    static Move move(Input in, Optional<Long> version) {
        return new Move(
                in.get("start", Kind.INSTANT),
                in.find("staff", Kind.ID),
                version,
                in.get("offeredOnly", Kind.FLAG, true));
    }
}
