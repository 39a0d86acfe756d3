package org.bookbell.web.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Services;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.calendar.offer.NextFree;
import org.bookbell.client.Client;
import org.bookbell.client.Clients;
import org.bookbell.client.Email;
import org.bookbell.client.Phone;
import org.bookbell.organization.Organization;
import org.bookbell.storage.Ids;
import org.bookbell.web.page.Words;

/** What the desk may choose from. */
@Dependent
class DeskChoices {

    private static final int TIMES = 12;
    private static final int CLIENTS = 8;

    private final Services services;
    private final StaffList staffList;
    private final NextFree nextFree;
    private final Clients clients;
    private final Clock clock;

    @Inject
    DeskChoices(Services services, StaffList staffList, NextFree nextFree, Clients clients, Clock clock) {
        this.services = services;
        this.staffList = staffList;
        this.nextFree = nextFree;
        this.clients = clients;
        this.clock = clock;
    }

    Optional<Long> firstService(long organizationId) {
        return services.list(organizationId).stream()
                .filter(Service::isActive)
                .map(Service::id)
                .findFirst();
    }

    List<DeskView.Option> services(long organizationId, Optional<Long> chosen) {
        return services.list(organizationId).stream()
                .filter(Service::isActive)
                .map(each -> new DeskView.Option(
                        Ids.text(each.id()),
                        each.name() + ", " + each.times().durationMinutes() + " min",
                        chosen.filter(id -> id == each.id()).isPresent()))
                .toList();
    }

    List<DeskView.Option> staff(long organizationId, Optional<Long> chosen) {
        return staffList.list(organizationId).stream()
                .filter(Staff::isActive)
                .map(each -> new DeskView.Option(
                        Ids.text(each.id()),
                        each.name(),
                        chosen.filter(id -> id == each.id()).isPresent()))
                .toList();
    }

    List<DeskView.Time> times(
            Organization organization,
            Optional<Long> service,
            Optional<Long> staff,
            Optional<LocalDate> from,
            String chosen) {
        if (service.isEmpty()) {
            return List.of();
        }
        var zone = organization.zone();
        var names = staffList.list(organization.id()).stream().collect(Collectors.toMap(Staff::id, Staff::name));
        var earliest = from.map(day -> day.atStartOfDay(zone).toInstant()).orElseGet(clock::instant);
        return nextFree.find(organization.id(), service.get(), staff, earliest, TIMES).stream()
                .map(free -> new DeskView.Time(
                        free.slot().startInclusive().toString(),
                        Words.moment(free.slot().startInclusive(), zone),
                        free.staffIds().stream()
                                .map(id -> names.getOrDefault(id, ""))
                                .collect(Collectors.joining(", ")),
                        free.slot().startInclusive().toString().equals(chosen)))
                .toList();
    }

    /** Who may be meant; the only one who may be is chosen. */
    List<DeskView.Found> clients(long organizationId, String words, String chosen) {
        var found = clients.search(organizationId, words, CLIENTS);
        return found.stream()
                .map(each -> new DeskView.Found(
                        Ids.text(each.id()),
                        each.name(),
                        contacts(each),
                        Ids.text(each.id()).equals(chosen) || found.size() == 1))
                .toList();
    }

    private static String contacts(Client client) {
        return Stream.of(
                        client.mobile().map(Phone::national),
                        client.phone().map(Phone::national),
                        client.email().map(Email::address))
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
