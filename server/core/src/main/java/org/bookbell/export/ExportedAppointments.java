package org.bookbell.export;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Services;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.message.ledger.Reminders;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;
import org.bookbell.storage.Ids;

/** Makes of appointments what exporters see. */
@Dependent
public class ExportedAppointments {

    private final Services services;
    private final StaffList staffList;
    private final StoredAppointments appointments;
    private final Reminders reminders;

    @Inject
    public ExportedAppointments(
            Services services, StaffList staffList, StoredAppointments appointments, Reminders reminders) {
        this.services = services;
        this.staffList = staffList;
        this.appointments = appointments;
        this.reminders = reminders;
    }

    /**
     * Those that {@code wanted} wants, by start, with their clients and reminders. They are read page by page, so that a
     * year of a big organization takes no more memory than a day of a small one.
     */
    public Stream<ExportedAppointment> all(long organizationId, AppointmentFilter wanted) {
        return all(
                organizationId,
                wanted,
                page -> reminders.statesOf(
                        organizationId,
                        page.stream().collect(Collectors.toMap(StoredAppointment::id, StoredAppointment::occurrence))));
    }

    /** The same for those who are told nothing of reminders, which change more often than appointments. */
    public Stream<ExportedAppointment> withoutReminders(long organizationId, AppointmentFilter wanted) {
        return all(organizationId, wanted, page -> Map.of());
    }

    private Stream<ExportedAppointment> all(
            long organizationId,
            AppointmentFilter wanted,
            Function<List<StoredAppointment>, Map<Long, ReminderState>> reminded) {
        var serviceNames = names(services.list(organizationId), Service::id, Service::name);
        var staffNames = names(staffList.list(organizationId), Staff::id, Staff::name);
        return appointments.read(organizationId, wanted).flatMap(page -> {
            var told = reminded.apply(page);
            return page.stream()
                    .map(each -> each.exported(
                            serviceNames.getOrDefault(each.serviceId(), ""),
                            staffNames.getOrDefault(each.staffId(), ""),
                            told.getOrDefault(each.id(), ReminderState.NONE)));
        });
    }

    /** One appointment at {@code place} for its own client, without what the organization knows of them. */
    public ExportedAppointment forClient(Appointment appointment, String place) {
        var organization = appointment.organizationId();
        return new ExportedAppointment(
                Ids.text(appointment.id()),
                (int) appointment.version(),
                appointment.status().name(),
                appointment.time().startInclusive(),
                appointment.time().endExclusive(),
                appointment.zone(),
                services.get(organization, appointment.serviceId()).name(),
                staffList.get(organization, appointment.staffId()).name(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(place),
                appointment.note(),
                appointment.createdAt(),
                appointment.changedAt(),
                ReminderState.NONE);
    }

    private static <T> Map<Long, String> names(List<T> all, Function<T, Long> id, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(id, name));
    }
}
