package org.bookbell.calendar.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.calendar.TestCalendars.DESK;
import static org.bookbell.calendar.TestCalendars.berlin;
import static org.bookbell.calendar.TestCalendars.details;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bookbell.calendar.Resource;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.ServiceTimes;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.TestCalendars;
import org.bookbell.calendar.hours.BlockKind;
import org.bookbell.calendar.hours.TimeBlock;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceSetupTest {

    private static final ServiceTimes AN_HOUR = new ServiceTimes(60, 15, 30, 120, 60);

    private final TestCalendars calendars = TestCalendars.h2();
    private final long organization = calendars.organization.id();

    @AfterEach
    void close() {
        calendars.close();
    }

    @Test
    void a_service_is_read_back_as_it_was_written() {
        Staff ada = calendars.aStaffMember("Ada");

        Service service = calendars.in(() -> calendars.serviceSetup.add(
                DESK,
                organization,
                new ServiceDetails("Massage", " ", "from £ 40", AN_HOUR, null, false, 4, List.of(ada.id()))));

        Service read = calendars.in(() -> calendars.services.list(organization)).get(0);
        assertThat(read.id()).isEqualTo(service.id());
        assertThat(read.description()).isEmpty();
        assertThat(read.priceText()).contains("from £ 40");
        assertThat(read.times()).isEqualTo(AN_HOUR);
        assertThat(read.isOfferedOnline()).isFalse();
        assertThat(read.staffIds()).containsExactly(ada.id());
    }

    @Test
    void all_faults_are_told_at_once() {
        ServiceDetails wrong = new ServiceDetails(
                "", "x".repeat(1001), null, new ServiceTimes(0, -1, 4, -1, 2000), 17L, true, 0, List.of(18L));

        assertThatThrownBy(() -> calendars.in(() -> calendars.serviceSetup.add(DESK, organization, wrong)))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.faults())
                        .extracting(Fault::pointer)
                        .containsExactlyInAnyOrder(
                                "/name",
                                "/description",
                                "/durationMinutes",
                                "/gapMinutes",
                                "/stepMinutes",
                                "/noticeMinutes",
                                "/windowDays",
                                "/locationId",
                                "/staffIds/0"));
    }

    @Test
    void duration_and_gap_together_fit_in_a_day() {
        assertThatThrownBy(() -> calendars.aService(new ServiceTimes(1400, 41, 30, 0, 1)))
                .hasMessageContaining("1440");
    }

    @Test
    void a_change_raises_the_versions_of_whoever_gave_or_gives_it() {
        Staff ada = calendars.aStaffMember("Ada");
        Staff grace = calendars.aStaffMember("Grace");
        Staff joan = calendars.aStaffMember("Joan");
        Service service = calendars.aService(AN_HOUR, ada);

        calendars.in(() -> calendars.serviceSetup.change(
                DESK, organization, service.id(), service.version(), details(AN_HOUR, grace)));

        assertThat(calendars.calendarVersion(ada.id())).isEqualTo(2);
        assertThat(calendars.calendarVersion(grace.id())).isEqualTo(1);
        assertThat(calendars.calendarVersion(joan.id())).isZero();
        Service read = calendars.in(() -> calendars.services.get(organization, service.id()));
        assertThat(read.version()).isGreaterThan(service.version());
        assertThat(read.staffIds()).containsExactly(grace.id());
    }

    @Test
    void staff_of_another_organization_cannot_give_it() {
        Staff ada = calendars.aStaffMember("Ada");
        long other = calendars.found("elsewhere").id();

        assertThatThrownBy(() -> calendars.in(() -> calendars.serviceSetup.add(DESK, other, details(AN_HOUR, ada))))
                .hasMessageContaining("no such staff member");
    }

    @Test
    void a_block_raises_the_version_when_it_comes_changes_and_goes() {
        Staff ada = calendars.aStaffMember("Ada");

        TimeBlock block = calendars.block(BlockKind.NOT_AVAILABLE, ada, "2026-11-03T09:00", "2026-11-03T12:00");
        TimeBlockDetails longer = new TimeBlockDetails(
                BlockKind.NOT_AVAILABLE, berlin("2026-11-03T09:00"), berlin("2026-11-04T12:00"), "a course");
        calendars.in(() -> calendars.blockSetup.change(DESK, organization, block.id(), block.version(), longer));
        TimeSlot wednesday = new TimeSlot(berlin("2026-11-04T00:00"), berlin("2026-11-05T00:00"));
        List<TimeBlock> onWednesday = calendars.in(() -> calendars.blocks.list(organization, ada.id(), wednesday));
        calendars.in(() -> calendars.blockSetup.remove(DESK, organization, block.id()));

        assertThat(onWednesday)
                .singleElement()
                .satisfies(found -> assertThat(found.note()).contains("a course"));
        assertThat(calendars.calendarVersion(ada.id())).isEqualTo(3);
        assertThat(calendars.in(() -> calendars.blocks.list(organization, ada.id(), wednesday)))
                .isEmpty();
        assertThat(calendars.auditedActions()).endsWith("timeBlock.added", "timeBlock.changed", "timeBlock.removed");
    }

    @Test
    void a_block_with_faults_is_refused_with_a_pointer_each() {
        Staff ada = calendars.aStaffMember("Ada");
        TimeBlockDetails wrong = new TimeBlockDetails(
                BlockKind.AVAILABLE,
                Instant.parse("2026-11-03T09:00:30Z"),
                Instant.parse("1969-11-03T09:00:00Z"),
                "x".repeat(201));

        assertThatThrownBy(() -> calendars.in(() -> calendars.blockSetup.add(DESK, organization, ada.id(), wrong)))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.faults())
                        .extracting(Fault::pointer)
                        .containsExactly("/startsAt", "/endsAt", "/endsAt", "/note"));
    }

    @Test
    void a_resource_has_a_calendar_that_can_be_blocked() {
        Resource room = calendars.in(() -> calendars.resourceSetup.add(DESK, organization, " Room 1 "));

        calendars.in(() -> calendars.blockSetup.add(
                DESK,
                organization,
                room.id(),
                new TimeBlockDetails(
                        BlockKind.NOT_AVAILABLE, berlin("2026-11-03T09:00"), berlin("2026-11-03T12:00"), null)));
        calendars.in(() -> calendars.resourceSetup.rename(DESK, organization, room.id(), room.version(), "Room 2"));
        calendars.in(() -> calendars.resourceSetup.deactivate(DESK, organization, room.id()));

        assertThat(calendars.in(() -> calendars.resources.list(organization)))
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.name()).isEqualTo("Room 2");
                    assertThat(read.isActive()).isFalse();
                });
        assertThat(calendars.calendarVersion(room.id())).isEqualTo(2);
    }
}
