package org.bookbell.web.export;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.booking.Appointment;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Services;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.client.Client;
import org.bookbell.client.Clients;
import org.bookbell.client.Email;
import org.bookbell.client.Phone;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.storage.Ids;

/** Makes of appointments what exporters see. */
@Dependent
public class ExportedAppointments {

    private final Services services;
    private final StaffList staffList;
    private final Clients clients;

    @Inject
    ExportedAppointments(Services services, StaffList staffList, Clients clients) {
        this.services = services;
        this.staffList = staffList;
        this.clients = clients;
    }

    /** All of {@code pages}, in their order, with their clients, who are looked up page by page too. */
    Stream<ExportedAppointment> all(long organizationId, Stream<List<Appointment>> pages) {
        var serviceNames = names(services.list(organizationId), Service::id, Service::name);
        var staffNames = names(staffList.list(organizationId), Staff::id, Staff::name);
        return pages.flatMap(page -> {
            var known = clientsOf(organizationId, page);
            return page.stream()
                    .map(each -> of(
                            each,
                            serviceNames.getOrDefault(each.serviceId(), ""),
                            staffNames.getOrDefault(each.staffId(), ""),
                            Optional.empty(),
                            each.clientId().map(known::get)));
        });
    }

    /** One appointment at {@code place} for its own client, without what the organization knows of them. */
    public ExportedAppointment forClient(Appointment appointment, String place) {
        var organization = appointment.organizationId();
        return of(
                appointment,
                services.get(organization, appointment.serviceId()).name(),
                staffList.get(organization, appointment.staffId()).name(),
                Optional.of(place),
                Optional.empty());
    }

    private Map<Long, Client> clientsOf(long organizationId, Collection<Appointment> appointments) {
        var ids =
                appointments.stream().flatMap(each -> each.clientId().stream()).collect(Collectors.toSet());
        return clients.list(organizationId, ids).stream().collect(Collectors.toMap(Client::id, Function.identity()));
    }

    private static ExportedAppointment of(
            Appointment appointment, String service, String staff, Optional<String> place, Optional<Client> client) {
        return new ExportedAppointment(
                Ids.text(appointment.id()),
                (int) appointment.version(),
                appointment.status().name(),
                appointment.time().startInclusive(),
                appointment.time().endExclusive(),
                appointment.zone(),
                service,
                staff,
                client.map(Client::name).orElse(""),
                client.flatMap(Client::email).map(Email::address),
                client.flatMap(Client::mobile).map(Phone::e164),
                client.flatMap(Client::phone).map(Phone::e164),
                place,
                appointment.note(),
                appointment.createdAt(),
                appointment.changedAt());
    }

    private static <T> Map<Long, String> names(List<T> all, Function<T, Long> id, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(id, name));
    }
}
