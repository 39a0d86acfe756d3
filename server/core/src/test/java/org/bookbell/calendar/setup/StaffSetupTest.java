package org.bookbell.calendar.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.calendar.TestCalendars.DESK;
import static org.bookbell.calendar.TestCalendars.range;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffChanged;
import org.bookbell.calendar.TestCalendars;
import org.bookbell.calendar.hours.LocalRange;
import org.bookbell.calendar.hours.WeeklyHours;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StaffSetupTest {

    private final TestCalendars calendars = TestCalendars.h2();
    private final long organization = calendars.organization.id();

    @AfterEach
    void close() {
        calendars.close();
    }

    @Test
    void a_new_staff_member_has_a_calendar_and_the_organizations_zone_and_locale() {
        Staff staff = calendars.aStaffMember("  Ada  ");

        Staff read = read(staff);
        assertThat(read.name()).isEqualTo("Ada");
        assertThat(read.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(read.locale()).isEqualTo(Locale.UK);
        assertThat(read.isActive()).isTrue();
        assertThat(calendars.calendarVersion(staff.id())).isZero();
        assertThat(calendars.auditedActions()).endsWith("staff.added");
    }

    @Test
    void addresses_are_stored_in_one_spelling() {
        Staff staff = calendars.in(() -> calendars.staffSetup.add(
                DESK,
                organization,
                new StaffDetails("Ada", " Ada@Example.ORG ", "020 7946 0123", "Asia/Tokyo", "ja", 3)));

        Staff read = read(staff);
        assertThat(read.email()).contains("ada@example.org");
        assertThat(read.mobile()).contains("+442079460123");
        assertThat(read.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(read.locale()).isEqualTo(Locale.JAPANESE);
    }

    @Test
    void all_faults_are_told_at_once_and_nothing_is_kept() {
        StaffDetails wrong = new StaffDetails(" ", "ada", "12", "Mars/Olympus", "not a tag", -1);

        assertThatThrownBy(() -> calendars.in(() -> calendars.staffSetup.add(DESK, organization, wrong)))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.faults())
                        .extracting(Fault::pointer)
                        .containsExactlyInAnyOrder("/name", "/email", "/mobile", "/zone", "/locale", "/position"));

        assertThat(calendars.in(() -> calendars.staffList.list(organization))).isEmpty();
    }

    @Test
    void a_change_raises_both_versions_and_is_told() {
        Staff staff = calendars.aStaffMember("Ada");

        calendars.in(() -> calendars.staffSetup.change(
                DESK, organization, staff.id(), staff.version(), StaffDetails.named("Grace")));

        assertThat(read(staff).name()).isEqualTo("Grace");
        assertThat(read(staff).version()).isGreaterThan(staff.version());
        assertThat(calendars.calendarVersion(staff.id())).isEqualTo(1);
        assertThat(calendars.staffChanged.fired()).containsExactly(new StaffChanged(organization, staff.id()));
    }

    @Test
    void a_change_of_what_somebody_else_changed_is_refused() {
        Staff staff = calendars.aStaffMember("Ada");
        StaffDetails grace = StaffDetails.named("Grace");
        calendars.in(() -> calendars.staffSetup.change(DESK, organization, staff.id(), staff.version(), grace));

        assertProblem(
                ProblemType.STALE_VERSION,
                () -> calendars.staffSetup.change(
                        DESK, organization, staff.id(), staff.version() - 1, StaffDetails.named("Eve")));

        assertThat(read(staff).name()).isEqualTo("Grace");
    }

    @Test
    void hours_are_replaced_whole_and_raise_both_versions() {
        Staff staff = calendars.aStaffMemberOnWorkdays("Ada");
        long before = read(staff).version();
        WeeklyHours sundays = WeeklyHours.on(List.of(DayOfWeek.SUNDAY), LocalRange.of("20:00", "24:00"));

        calendars.works(staff, sundays);

        assertThat(calendars.in(() -> calendars.hours.of(staff))).isEqualTo(sundays);
        assertThat(read(staff).version()).isGreaterThan(before);
        assertThat(calendars.calendarVersion(staff.id())).isEqualTo(2);
    }

    @Test
    void hours_with_faults_are_refused_with_a_pointer_each() {
        Staff staff = calendars.aStaffMember("Ada");
        WeekDetails wrong = new WeekDetails(List.of(
                range(DayOfWeek.MONDAY, 540, 720),
                range(DayOfWeek.MONDAY, 700, 800),
                range(DayOfWeek.TUESDAY, -1, 1441),
                range(DayOfWeek.FRIDAY, 600, 600)));

        assertThatThrownBy(() -> calendars.in(
                        () -> calendars.hoursSetup.replace(DESK, organization, staff.id(), staff.version(), wrong)))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.faults())
                        .extracting(Fault::pointer)
                        .containsExactly("/hours/1", "/hours/2/from", "/hours/2/to", "/hours/3/to"));
    }

    @Test
    void another_organizations_staff_is_not_found() {
        Staff staff = calendars.aStaffMember("Ada");
        long other = calendars.found("elsewhere").id();

        assertProblem(ProblemType.NOT_FOUND, () -> calendars.staffList.get(other, staff.id()));
        assertProblem(
                ProblemType.NOT_FOUND,
                () -> calendars.staffSetup.change(DESK, other, staff.id(), 1, StaffDetails.named("Eve")));
        assertProblem(
                ProblemType.NOT_FOUND,
                () -> calendars.hoursSetup.replace(DESK, other, staff.id(), 1, new WeekDetails(List.of())));
        assertProblem(ProblemType.NOT_FOUND, () -> {
            calendars.staffSetup.deactivate(DESK, other, staff.id());
            return staff;
        });
    }

    @Test
    void who_leaves_stays_known_and_may_come_back() {
        Staff staff = calendars.aStaffMember("Ada");

        calendars.in(() -> calendars.staffSetup.deactivate(DESK, organization, staff.id()));
        boolean afterLeaving = read(staff).isActive();
        calendars.in(() -> calendars.staffSetup.activate(DESK, organization, staff.id()));

        assertThat(afterLeaving).isFalse();
        assertThat(read(staff).isActive()).isTrue();
        assertThat(calendars.calendarVersion(staff.id())).isEqualTo(2);
    }

    private Staff read(Staff staff) {
        return calendars.in(() -> calendars.staffList.get(organization, staff.id()));
    }

    private void assertProblem(ProblemType type, Callable<?> work) {
        assertThatThrownBy(() -> calendars.in(work::call))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::type)
                .isEqualTo(type);
    }
}
