package org.bookbell.web.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.access.Permission;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.AppointmentStatus;
import org.bookbell.client.Channel;
import org.bookbell.client.Client;
import org.bookbell.client.Clients;
import org.bookbell.client.Email;
import org.bookbell.client.FailingAddress;
import org.bookbell.client.FailingAddresses;
import org.bookbell.message.ledger.Ledger;
import org.bookbell.storage.Ids;
import org.bookbell.web.access.Visit;
import org.bookbell.web.message.MessageLine;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Words;

/** Gathers what an appointment's page shows: its facts, its client, its messages. */
@Dependent
class AppointmentShown {

    private final Names names;
    private final Clients clients;
    private final FailingAddresses failing;
    private final Ledger ledger;
    private final Visit visit;
    private final Clock clock;

    @Inject
    AppointmentShown(Names names, Clients clients, FailingAddresses failing, Ledger ledger, Visit visit, Clock clock) {
        this.names = names;
        this.clients = clients;
        this.failing = failing;
        this.ledger = ledger;
        this.visit = visit;
        this.clock = clock;
    }

    Page page(Appointment appointment, String notice, String refusal) {
        var organization = visit.organization();
        var root = "/o/" + organization.slug();
        var line = names.lines(organization.id(), root, List.of(appointment)).get(0);
        var client = appointment.clientId().map(id -> clients.get(organization.id(), id));
        var messages = ledger.listOf(organization.id(), appointment.id()).stream()
                .map(entry -> MessageLine.of(entry, organization.zone(), root, clock.instant()))
                .toList();
        var day = appointment.time().startInclusive().atZone(appointment.zone()).toLocalDate();
        var view = new AppointmentPageView(
                line,
                Words.day(day),
                root + "/today?day=" + day,
                client.map(AppointmentShown::contacts).orElse(List.of()),
                client.map(this::failing).orElse(List.of()),
                client.flatMap(Client::note).orElse(""),
                appointment.endedReason().orElse(""),
                acts(appointment),
                client.filter(known -> visit.may(Permission.BOOK))
                        .map(known -> choicesPath(root, known, appointment))
                        .orElse(""),
                messages,
                notice,
                refusal);
        return Page.of("booking/appointment", line.client(), view);
    }

    private static String choicesPath(String root, Client client, Appointment appointment) {
        return root + "/clients/" + Ids.text(client.id()) + "/choices?appointment=" + Ids.text(appointment.id());
    }

    private List<AppointmentPageView.Failing> failing(Client client) {
        return Stream.of(Channel.values())
                .flatMap(channel -> failing.findOf(client, channel).stream().map(mark -> shown(channel, mark)))
                .toList();
    }

    private AppointmentPageView.Failing shown(Channel channel, FailingAddress mark) {
        var isSms = channel == Channel.SMS;
        var since = Words.moment(mark.since(), visit.organization().zone()) + " (" + mark.code() + ")";
        return isSms
                ? new AppointmentPageView.Failing(
                        "text messages to this number fail since " + since, "textAgain", "Text this number again")
                : new AppointmentPageView.Failing(
                        "e-mails to this address fail since " + since, "mailAgain", "Write to this address again");
    }

    private AppointmentPageView.Acts acts(Appointment appointment) {
        var mayBook = visit.may(Permission.BOOK);
        var status = appointment.status();
        var hasBegun = !appointment.time().startInclusive().isAfter(clock.instant());
        return new AppointmentPageView.Acts(
                mayBook && status == AppointmentStatus.BOOKED,
                mayBook && status.isLive() && hasBegun,
                mayBook && status.isLive(),
                mayBook && status == AppointmentStatus.CANCELLED,
                mayBook);
    }

    private static List<AppointmentPageView.Contact> contacts(Client client) {
        var phones = Stream.of(client.mobile(), client.phone())
                .flatMap(Optional::stream)
                .distinct()
                .map(phone -> new AppointmentPageView.Contact("tel:" + phone.e164(), phone.international()));
        var emails = client.email().stream()
                .map(Email::address)
                .map(address -> new AppointmentPageView.Contact("mailto:" + address, address));
        return Stream.concat(phones, emails).toList();
    }
}
