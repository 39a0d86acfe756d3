package org.bookbell.booking.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BookingLimitsTest {

    private static final String MOBILE = "+4915112345678";

    private final TestDatabase database = TestDatabase.h2();
    private final BookingLimits limits = LimitsHouse.on(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void from_one_network_so_many_are_booked_an_hour_and_others_are_still_served() {
        assertThat(admitted(100, i -> visitor("10.0.0.1", germanNumber(i * 10_000), "a" + i + "@example.org")))
                .isEqualTo(60);

        limits.admit(visitor("10.0.0.2", MOBILE, "anna@example.org"));

        database.clock().advance(Duration.ofHours(1));
        assertThatCode(() -> limits.admit(visitor("10.0.0.1", MOBILE, "x@example.org")))
                .doesNotThrowAnyException();
    }

    @Test
    void who_is_refused_is_told_when_to_come_back() {
        limits.admit(visitor("10.0.0.1", MOBILE, ""));
        database.clock().advance(Duration.ofMinutes(20));
        admitted(9, i -> visitor("10.0.0.1", MOBILE, ""));

        var refusal = catchThrowableOfType(ProblemException.class, () -> limits.admit(visitor("10.0.0.1", MOBILE, "")));

        assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThat(refusal.retryAfter()).hasValue(2401L);
        assertThat(refusal.detail())
                .isEqualTo("Too many appointments were booked with this number or e-mail address."
                        + " Please try again later, or call us.");
    }

    @Test
    void one_e_mail_address_counts_however_it_is_written_and_from_wherever() {
        assertThat(admitted(30, i -> visitor("10.0.0." + i, "", i % 2 == 0 ? "Anna@example.org" : "anna@Example.org")))
                .isEqualTo(10);
    }

    @Test
    void many_numbers_that_begin_alike_are_refused_wherever_they_come_from() {
        assertThat(admitted(100, i -> visitor("10.1." + i + ".1", germanNumber(i), "a" + i + "@example.org")))
                .isEqualTo(20);

        assertThatCode(() -> limits.admit(visitor("10.2.0.1", "+4917012345678", "anna@example.org")))
                .doesNotThrowAnyException();
    }

    @Test
    void one_who_books_several_times_is_one_number() {
        admitted(10, i -> visitor("10.0.0." + i, germanNumber(1), ""));

        assertThat(admitted(30, i -> visitor("10.1.0." + i, germanNumber(100 + i), "")))
                .isEqualTo(19);
    }

    @Test
    void many_numbers_of_one_foreign_country_are_refused_at_one_organization() {
        assertThat(admitted(100, i -> visitor("10.1." + i + ".1", "+22177" + (1_000_000 + i * 10_000), "")))
                .isEqualTo(30);

        assertThatCode(() -> limits.admit(
                        new Visitor(8, "DE", Optional.of("10.9.0.1"), Optional.of("+221779999999"), Optional.empty())))
                .doesNotThrowAnyException();
    }

    @Test
    void who_books_and_cancels_in_turns_is_stopped() {
        var anna = visitor("10.0.0.1", MOBILE, "anna@example.org");
        for (int i = 0; i < 4; i++) {
            limits.admit(anna);
            limits.cancelled(anna);
        }

        assertThatThrownBy(() -> limits.admit(visitor("10.0.0.9", MOBILE, "")))
                .hasMessageContaining("booked and cancelled again and again");
        assertThatThrownBy(() -> limits.admit(visitor("10.0.0.9", "", "anna@example.org")))
                .hasMessageContaining("Please call us");
        database.clock().advance(Duration.ofDays(1));
        assertThatCode(() -> limits.admit(anna)).doesNotThrowAnyException();
    }

    @Test
    void an_appointment_is_moved_only_so_often_a_day() {
        var anna = visitor("", MOBILE, "anna@example.org");
        for (int i = 0; i < 10; i++) {
            limits.move(anna);
        }

        assertThatThrownBy(() -> limits.move(anna)).hasMessageContaining("moved many times today");
    }

    @Test
    void who_books_a_few_times_is_not_asked_for_a_proof() {
        var visitor = visitor("10.0.0.1", "", "");
        for (int i = 0; i < 5; i++) {
            assertThat(limits.wantsProof(visitor)).isFalse();
            limits.admit(visitor);
        }

        assertThat(limits.wantsProof(visitor)).isTrue();
    }

    @Test
    void a_program_that_books_for_others_has_no_network_of_its_own() {
        assertThat(admitted(100, i -> visitor("", germanNumber(i * 10_000), "")))
                .isEqualTo(100);
    }

    @Test
    void many_at_once_do_not_slip_by() throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        var racing = IntStream.range(0, 100)
                .<Callable<Integer>>mapToObj(i -> () -> admitted(1, one -> visitor("10.0.0.1", "", "")))
                .toList();

        var admitted = 0;
        for (var each : threads.invokeAll(racing)) {
            admitted += each.get();
        }
        threads.shutdown();

        assertThat(admitted).isBetween(45, 60);
    }

    @Test
    void after_two_days_everything_is_forgotten() {
        limits.admit(visitor("10.0.0.1", MOBILE, "anna@example.org"));
        database.clock().advance(Duration.ofDays(2));

        LimitsHouse.tries(database).purge();

        assertThat(database.inTransaction(() -> database.sql().count("SELECT COUNT(*) FROM booking_try")))
                .isZero();
    }

    private int admitted(int tries, java.util.function.IntFunction<Visitor> who) {
        return (int)
                IntStream.range(0, tries).filter(i -> isAdmitted(who.apply(i))).count();
    }

    private boolean isAdmitted(Visitor visitor) {
        try {
            limits.admit(visitor);
            return true;
        } catch (ProblemException refusal) {
            return false;
        }
    }

    private static String germanNumber(int i) {
        return "+49151" + (20_000_000 + i);
    }

    private static Visitor visitor(String network, String mobile, String email) {
        return new Visitor(7, "DE", known(network), known(mobile), known(email));
    }

    private static Optional<String> known(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }
}
