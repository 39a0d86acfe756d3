package org.bookbell.export.agenda;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.booking.BookingFixture;
import org.bookbell.calendar.Staff;
import org.bookbell.export.ExportFixture;
import org.bookbell.export.agenda.pack.Packing;
import org.bookbell.export.agenda.pack.Papers;
import org.bookbell.message.planning.PlannedAgendas;
import org.bookbell.storage.MovableClock;

/** An organization in Berlin that wants agendas, on a test's database. */
public final class AgendaHouse implements AutoCloseable {

    public static final Instant AFTERNOON = Instant.parse("2026-11-02T12:00:00Z");
    public static final Instant EVENING = Instant.parse("2026-11-02T17:00:00Z");

    public final BookingFixture house = BookingFixture.h2();
    final Agendas agendas = new Agendas(house.database.sql(), house.database.audit(), house.database.clock());
    final AgendaPlanner planner = planner();

    public AgendaHouse() {
        clock().moveTo(AFTERNOON);
    }

    /** As another node would have it. */
    AgendaPlanner planner() {
        return new AgendaPlanner(
                house.database.jobsDatabase(), new PlannedAgendas(house.database.ids()), house.database.clock());
    }

    public MovableClock clock() {
        return house.database.clock();
    }

    long organization() {
        return house.organizationId();
    }

    /** Evenings at six, for staff and for the desk. */
    AgendaSettings wants() {
        return wants(settings("18:00", true, List.of("desk@quiet-hands.example")));
    }

    AgendaSettings wants(AgendaSettings settings) {
        return house.in(() -> agendas.change(Actor.system(), organization(), settings));
    }

    static AgendaSettings settings(String evening, boolean toStaff, List<String> addresses) {
        return new AgendaSettings(Optional.of(LocalTime.parse(evening)), Optional.empty(), 7, toStaff, addresses, 0);
    }

    Staff staff(String name, String email) {
        var staff = house.aStaffMember(name);
        return house.in(() -> {
            var found = house.calendars.staffList.get(organization(), staff.id());
            found.reachAt(email, null);
            return found;
        });
    }

    Staff movesTo(Staff staff, String zone) {
        return house.in(() -> {
            var found = house.calendars.staffList.get(organization(), staff.id());
            found.workIn(ZoneId.of(zone));
            return found;
        });
    }

    /** What the job does. */
    void run() {
        planner.listDue(0, 100).forEach(planner::plan);
    }

    public Packing packing(Papers papers) {
        return new Packing(ExportFixture.exported(house), papers);
    }

    /** What is planned, as "address dueAt". */
    List<String> planned() {
        return house.in(() -> house.database
                .sql()
                .list(
                        "SELECT address, due_at FROM message WHERE kind = 'AGENDA' ORDER BY due_at, address",
                        row -> row.getText("address") + " " + row.getInstant("due_at")));
    }

    long message(String address) {
        return house.in(() -> house.database
                .sql()
                .count("SELECT MAX(id) FROM message WHERE kind = 'AGENDA' AND address = ?", address));
    }

    @Override
    public void close() {
        house.close();
    }
}
