package org.bookbell.web.booking;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bookbell.booking.Appointment;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Services;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.client.Client;
import org.bookbell.client.Clients;
import org.bookbell.storage.Ids;
import org.bookbell.web.page.Words;

/** Turns appointments into lines that name service, staff and client, with one query for each kind. */
@Dependent
public class Names {

    private final Services services;
    private final StaffList staffList;
    private final Clients clients;

    @Inject
    Names(Services services, StaffList staffList, Clients clients) {
        this.services = services;
        this.staffList = staffList;
        this.clients = clients;
    }

    /** The lines of {@code appointments}; {@code root} is where the organization's pages are. */
    public List<AppointmentLine> lines(long organizationId, String root, Collection<Appointment> appointments) {
        var serviceNames = byId(services.list(organizationId), Service::id, Service::name);
        var staffNames = byId(staffList.list(organizationId), Staff::id, Staff::name);
        var ids =
                appointments.stream().flatMap(each -> each.clientId().stream()).collect(Collectors.toSet());
        var clientNames = byId(clients.list(organizationId, ids), Client::id, Client::name);
        return appointments.stream()
                .map(each -> new AppointmentLine(
                        root + "/appointments/" + Ids.text(each.id()),
                        Words.time(each.time().startInclusive(), each.zone()),
                        Words.time(each.time().endExclusive(), each.zone()),
                        each.clientId()
                                .map(id -> clientNames.getOrDefault(id, ""))
                                .orElse(""),
                        serviceNames.getOrDefault(each.serviceId(), ""),
                        staffNames.getOrDefault(each.staffId(), ""),
                        each.status(),
                        each.note().orElse("")))
                .toList();
    }

    private static <T> Map<Long, String> byId(List<T> all, Function<T, Long> id, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(id, name));
    }
}
