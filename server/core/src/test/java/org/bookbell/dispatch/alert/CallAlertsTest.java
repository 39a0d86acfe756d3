package org.bookbell.dispatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.message.AppointmentFactsBuilder.EVA;
import static org.bookbell.message.AppointmentFactsBuilder.TOKEN;
import static org.bookbell.message.calls.CallFixture.DESK;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bookbell.access.Role;
import org.bookbell.access.TestMembers;
import org.bookbell.access.member.Addressees;
import org.bookbell.client.Channel;
import org.bookbell.client.Clients;
import org.bookbell.client.ContactChanged;
import org.bookbell.client.FailingAddresses;
import org.bookbell.message.calls.CallFixture;
import org.bookbell.message.calls.CallPolicy;
import org.bookbell.message.calls.CallSettings;
import org.bookbell.message.calls.CallTexts;
import org.bookbell.message.text.Renderer;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallAlertsTest {

    private final TestDatabase database = TestDatabase.h2();
    private final CallFixture fixture = CallFixture.on(database);
    private final TestMembers members = TestMembers.on(database);
    private final CallSettings settings = new CallSettings(database.sql(), database.audit(), "CALL_LIST");
    private final RecordedEvents<ContactChanged> changes = new RecordedEvents<>();
    private final CallAlerts alerts = alerts();

    @BeforeEach
    void the_practice_has_an_owner() {
        members.add(fixture.practice, "olga@example.org", Role.OWNER);
        members.add(fixture.practice, "reader@example.org", Role.READER);
        fixture.book(900, "2026-11-10T13:00:00Z");
        fixture.book(901, "2026-11-09T15:00:00Z");
        alerts.run();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void all_that_is_new_is_told_in_one_email_to_those_who_lead_the_earliest_appointment_first() {
        fail(900);
        fail(901);

        alerts.run();

        assertThat(fixture.alerts()).singleElement().asString().startsWith("olga@example.org: 2 people to call");
        var text = fixture.lastAlert();
        assertThat(text)
                .contains("tel:+4915112345678 or tel:+493076543210")
                .contains("the networks block the gateway (BLOCKED)")
                .contains("Massage with Anna Berg")
                .endsWith("https://book.example.org/o/sonnenhof/callList");
        assertThat(text.indexOf("9. November 2026")).isLessThan(text.indexOf("10. November 2026"));
        assertThat(text).doesNotContain(TOKEN);
    }

    @Test
    void what_fails_together_is_told_together() {
        fixture.fail(900, Channel.SMS, "BLOCKED");
        alerts.run();
        assertThat(fixture.alerts()).isEmpty();

        database.clock().advance(CallAlerts.GATHERING);
        alerts.run();

        assertThat(fixture.alerts()).hasSize(1);
    }

    @Test
    void the_next_email_comes_minutes_later_and_tells_only_what_is_new() {
        fail(900);
        alerts.run();
        fail(901);
        alerts.run();
        assertThat(fixture.alerts()).hasSize(1);

        database.clock().advance(CallAlertPlan.QUIET);
        alerts.run();

        assertThat(fixture.alerts()).hasSize(2);
        assertThat(fixture.lastAlert()).contains("9. November 2026").doesNotContain("10. November 2026");
        database.clock().advance(CallAlertPlan.QUIET);
        alerts.run();
        assertThat(fixture.alerts()).hasSize(2);
    }

    @Test
    void what_was_dealt_with_meanwhile_is_not_told() {
        fail(900);
        var call = fixture.planning
                .in(() -> fixture.planning.calls.list(fixture.practice, 1))
                .get(0);
        fixture.planning.in(() -> fixture.planning.calls.handled(DESK, fixture.practice, call.id(), null));

        alerts.run();

        assertThat(fixture.alerts()).isEmpty();
    }

    @Test
    void addresses_that_the_organization_names_are_told_instead() {
        fixture.planning.in(() -> settings.change(
                DESK, fixture.practice, new CallPolicy(Optional.empty(), List.of("desk@a.org", "b@b.org"), 0)));
        fail(900);

        alerts.run();

        assertThat(fixture.alerts())
                .hasSize(2)
                .allMatch(alert -> alert.startsWith("desk@a.org: ") || alert.startsWith("b@b.org: "));
    }

    @Test
    void of_nodes_that_look_at_the_same_moment_one_tells() throws Exception {
        fail(900);
        var drafted = alerts.draft(fixture.practice);
        var nodes = Executors.newFixedThreadPool(4);
        try {
            var plan = plan();
            var told = nodes.invokeAll(IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(node -> () -> plan.plan(drafted))
                    .toList());
            var count = 0;
            for (var each : told) {
                count += each.get() ? 1 : 0;
            }
            assertThat(count).isEqualTo(1);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(fixture.alerts()).hasSize(1);
    }

    @Test
    void a_crash_before_the_commit_tells_nothing_and_forgets_nothing() {
        fail(900);
        var drafted = alerts.draft(fixture.practice);
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    plan().plan(drafted);
                    throw new IllegalStateException("the power is gone");
                }))
                .hasMessageContaining("power");
        assertThat(fixture.alerts()).isEmpty();

        alerts.run();

        assertThat(fixture.alerts()).hasSize(1);
    }

    @Test
    void a_number_that_cannot_exist_is_marked_at_once() {
        fixture.fail(900, Channel.SMS, "INVALID_RECIPIENT");
        database.clock().advance(CallAlerts.GATHERING);

        alerts.run();

        assertThat(marked()).containsExactly("+4915112345678 INVALID_RECIPIENT");
        assertThat(changes.fired())
                .singleElement()
                .satisfies(change -> assertThat(change.contactId()).isEqualTo(EVA.id()));
    }

    @Test
    void a_code_that_one_provider_uses_says_nothing_of_a_number() {
        fixture.fail(900, Channel.SMS, "30006");
        database.clock().advance(CallAlerts.GATHERING);

        alerts.run();

        assertThat(marked()).isEmpty();
    }

    @Test
    void a_number_is_marked_when_three_messages_running_did_not_arrive() {
        fixture.book(902, "2026-11-12T15:00:00Z");
        fail(900);
        fail(901);
        alerts.run();
        assertThat(marked()).isEmpty();

        database.clock().advance(CallAlertPlan.QUIET);
        fail(902);
        alerts.run();

        assertThat(marked()).containsExactly("+4915112345678 BLOCKED");
    }

    @Test
    void a_message_that_arrived_in_between_speaks_for_the_number() {
        fixture.book(902, "2026-11-12T15:00:00Z");
        fixture.becomes(fixture.reminder(900, Channel.SMS).id(), "DELIVERED", null);
        fail(901);
        fail(902);

        alerts.run();

        assertThat(marked()).isEmpty();
    }

    @Test
    void an_email_address_that_does_not_exist_is_marked_too() {
        fixture.fail(900, Channel.EMAIL, "INVALID_RECIPIENT");
        database.clock().advance(CallAlerts.GATHERING);

        alerts.run();

        assertThat(marked()).containsExactly("eva@example.org INVALID_RECIPIENT");
        assertThat(changes.fired()).hasSize(1);
    }

    private void fail(long appointment) {
        fixture.fail(appointment, Channel.SMS, "BLOCKED");
        database.clock().advance(CallAlerts.GATHERING.plus(Duration.ofMillis(1)));
    }

    private List<String> marked() {
        return fixture.planning.in(() -> database.sql()
                .list(
                        "SELECT address, reason_code FROM failing_number",
                        row -> row.getText("address") + " " + row.getText("reason_code")));
    }

    private CallAlerts alerts() {
        var jobs = database.jobsDatabase();
        var texts = new CallTexts(new Renderer(jobs, "https://book.example.org"));
        return new CallAlerts(
                jobs, texts, new AddressEvidence(jobs), plan(), database.clock(), "https://book.example.org/");
    }

    private CallAlertPlan plan() {
        var organizers = new Addressees(database.sql(), fixture.planning.organizations);
        var addressees = new CallAlertAddressees(fixture.planning.organizations, organizers, settings);
        var clients = new Clients(database.entityManager());
        var numbers = new FailingAddresses(database.sql(), clients, database.clock(), database.audit(), changes);
        return new CallAlertPlan(database.sql(), database.clock(), addressees, fixture.planning.alerts(), numbers) {
            @Override
            public boolean plan(CallAlertDraft draft) {
                return database.inTransaction(() -> super.plan(draft));
            }
        };
    }
}
