package org.bookbell.booking.message;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import org.bookbell.booking.Appointment;
import org.bookbell.calendar.Services;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.client.Client;
import org.bookbell.client.Clients;
import org.bookbell.client.Email;
import org.bookbell.client.Phone;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.Audience;
import org.bookbell.message.Recipient;
import org.bookbell.organization.Location;
import org.bookbell.organization.Locations;
import org.bookbell.organization.Organizations;
import org.jspecify.annotations.Nullable;

/** Gathers what messages tell of an appointment. */
@Dependent
public class Facts {

    private final Organizations organizations;
    private final Locations locations;
    private final Services services;
    private final StaffList staffList;
    private final Clients clients;
    private final SelfLinks links;

    @Inject
    public Facts(
            Organizations organizations,
            Locations locations,
            Services services,
            StaffList staffList,
            Clients clients,
            SelfLinks links) {
        this.organizations = organizations;
        this.locations = locations;
        this.services = services;
        this.staffList = staffList;
        this.clients = clients;
        this.links = links;
    }

    public AppointmentFacts of(Appointment appointment) {
        var organizationId = appointment.organizationId();
        var organization = organizations.get(organizationId);
        var service = services.get(organizationId, appointment.serviceId());
        var staff = staffList.get(organizationId, appointment.staffId());
        var client = clients.get(
                organizationId,
                appointment.clientId().orElseThrow(() -> new IllegalStateException("a hold tells nobody anything")));
        return new AppointmentFacts(
                new AppointmentFacts.Key(
                        organizationId, appointment.id(), appointment.serviceId(), appointment.occurrence()),
                new AppointmentFacts.Time(
                        appointment.time().startInclusive(),
                        appointment.time().endExclusive(),
                        appointment.zone(),
                        appointment.changedAt()),
                new AppointmentFacts.Business(
                        organization.name(),
                        organization.phone().orElse(null),
                        placeOf(organizationId, service.locationId())),
                new AppointmentFacts.Visit(
                        service.name(), staff.name(), appointment.note().orElse(null), links.token(appointment)),
                new AppointmentFacts.Guest(client.name(), mobile(client), phone(client)),
                List.of(recipient(client), recipient(staff)));
    }

    /** The secret of the client's link. */
    public String selfToken(Appointment appointment) {
        return links.token(appointment);
    }

    private @Nullable String placeOf(long organizationId, OptionalLong locationId) {
        return locationId.isEmpty() ? null : describe(locations.get(organizationId, locationId.getAsLong()));
    }

    private static String describe(Location location) {
        return location.address()
                .map(address -> location.name() + ", " + address)
                .orElse(location.name());
    }

    private static Recipient recipient(Client client) {
        return new Recipient(
                Audience.CLIENT,
                client.id(),
                client.name(),
                client.locale(),
                client.zone(),
                client.email().map(Email::address).orElse(null),
                mobile(client));
    }

    private static Recipient recipient(Staff staff) {
        return new Recipient(
                Audience.STAFF,
                staff.id(),
                staff.name(),
                staff.locale(),
                staff.zone(),
                staff.email().orElse(null),
                staff.mobile().orElse(null));
    }

    private static @Nullable String mobile(Client client) {
        return client.mobile().map(Phone::e164).orElse(null);
    }

    private static @Nullable String phone(Client client) {
        return client.phone().map(Phone::e164).orElse(null);
    }
}
