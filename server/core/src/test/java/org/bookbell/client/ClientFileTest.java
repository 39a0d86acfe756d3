package org.bookbell.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bookbell.client.ClientFixture.DESK;
import static org.bookbell.problem.ProblemType.NOT_FOUND;
import static org.bookbell.problem.ProblemType.STALE_VERSION;

import java.time.ZoneId;
import java.util.Locale;
import org.bookbell.audit.Actor;
import org.bookbell.problem.Fault;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientFileTest {

    private static final ClientDetails ANNA = ClientDetails.of("Anna Bell", "Anna@Example.org", "07700 900123");

    private final ClientFixture people = new ClientFixture();

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void what_a_new_client_leaves_out_is_the_organizations() {
        var anna = people.register(people.practice, ANNA);

        var read = people.in(() -> people.clients.get(people.practice, anna.id()));

        assertThat(read.name()).isEqualTo("Anna Bell");
        assertThat(read.email()).contains(new Email("anna@example.org"));
        assertThat(read.mobile()).contains(new Phone("+447700900123"));
        assertThat(read.phone()).isEmpty();
        assertThat(read.note()).isEmpty();
        assertThat(read.zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(read.locale()).isEqualTo(Locale.UK);
    }

    @Test
    void a_client_of_one_organization_does_not_exist_for_another() {
        var anna = people.register(people.practice, ANNA);

        assertThat(people.in(() -> people.clients.search(people.school, "anna", 10)))
                .isEmpty();
        assertThat(people.in(() -> people.clients.list(people.school, 0, 10))).isEmpty();
        assertThatThrownBy(() -> people.in(() -> people.clients.get(people.school, anna.id())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(NOT_FOUND));
        assertThatThrownBy(() -> people.in(() -> people.file.change(DESK, people.school, anna.id(), 1, ANNA)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(NOT_FOUND));
    }

    @Test
    void all_faults_of_a_client_are_told_at_once_where_they_stand() {
        var wrong = new ClientDetails("\n", "anna", "12", "x", "english!", "Mars/Base", "x".repeat(1001));
        var faults = new Faults();

        wrong.check(faults, "/client", "GB");

        assertThat(faults.list())
                .extracting(Fault::pointer)
                .containsExactly(
                        "/client/name",
                        "/client/email",
                        "/client/mobile",
                        "/client/phone",
                        "/client/locale",
                        "/client/zone",
                        "/client/note");
    }

    @Test
    void a_client_that_cannot_be_is_not_registered() {
        var problem = catchThrowableOfType(ProblemException.class, () -> people.register("Anna", "anna", "12"));

        assertThat(problem.faults()).extracting(Fault::pointer).containsExactly("/email", "/mobile");
        assertThat(people.in(() -> people.clients.list(people.practice, 0, 10))).isEmpty();
    }

    @Test
    void a_changed_client_is_found_under_the_new_name_and_told_to_those_who_plan() {
        var anna = people.register(people.practice, ANNA);
        var married = new ClientDetails("Anna Quiet", null, "07700 900124", null, "de", "Europe/Zurich", "Allergic");

        var changed = people.in(() -> people.file.change(DESK, people.practice, anna.id(), anna.version(), married));

        assertThat(changed.email()).isEmpty();
        assertThat(changed.locale()).isEqualTo(Locale.GERMAN);
        assertThat(changed.version()).isGreaterThan(anna.version());
        assertThat(people.in(() -> people.clients.search(people.practice, "quiet", 10)))
                .hasSize(1);
        assertThat(people.in(() -> people.clients.search(people.practice, "bell", 10)))
                .isEmpty();
        assertThat(people.changed.fired())
                .containsExactly(new ContactChanged(people.practice, ContactKind.CLIENT, anna.id()));
    }

    @Test
    void whoever_saw_an_older_file_may_not_overwrite_a_newer_one() {
        var anna = people.register(people.practice, ANNA);

        assertThatThrownBy(() ->
                        people.in(() -> people.file.change(DESK, people.practice, anna.id(), anna.version() + 1, ANNA)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(STALE_VERSION));
    }

    @Test
    void the_details_of_a_client_are_what_its_file_tells() {
        var anna = people.register(people.practice, ANNA);

        assertThat(ClientDetails.of(anna))
                .isEqualTo(new ClientDetails(
                        "Anna Bell", "anna@example.org", "+447700900123", null, "en-GB", "Europe/London", null));
    }

    @Test
    void who_books_again_with_the_same_name_and_addresses_is_recognized() {
        var anna = people.register(people.practice, ANNA);

        var again = recognize("anna BELL", "anna@example.org", "+44 7700 900123");
        var byMobileAlone = recognize("Anna Bell", null, "07700900123");

        assertThat(again.id()).isEqualTo(anna.id());
        assertThat(byMobileAlone.id()).isEqualTo(anna.id());
    }

    @Test
    void a_visitor_never_books_on_a_strangers_file() {
        var anna = people.register(people.practice, ANNA);

        var child = recognize("Ben Bell", "anna@example.org", "07700 900123");
        var otherMobile = recognize("Anna Bell", "anna@example.org", "07700 900999");
        var nameAlone = recognize("Anna Bell", null, null);

        assertThat(new long[] {child.id(), otherMobile.id(), nameAlone.id()}).doesNotContain(anna.id());
    }

    private Client recognize(String name, @Nullable String email, @Nullable String mobile) {
        var details = ClientDetails.of(name, email, mobile);
        return people.in(() -> people.file.recognize(Actor.visitor(), people.practice, details));
    }
}
