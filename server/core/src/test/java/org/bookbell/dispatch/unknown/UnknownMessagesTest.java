package org.bookbell.dispatch.unknown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.message.calls.CallFixture.DESK;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.calls.CallFixture;
import org.bookbell.message.calls.CallPolicy;
import org.bookbell.message.calls.CallSettings;
import org.bookbell.message.calls.UnknownPolicy;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnknownMessagesTest {

    private final TestDatabase database = TestDatabase.h2();
    private final CallFixture fixture = CallFixture.on(database);
    private final CallSettings settings = new CallSettings(database.sql(), database.audit(), "CALL_LIST");

    @BeforeEach
    void a_text_message_is_unknown_and_the_email_was_refused() {
        fixture.book(900, "2026-11-10T13:00:00Z");
        database.clock().moveTo(Instant.parse("2026-11-09T15:00:00Z"));
        fixture.becomes(fixture.reminder(900, Channel.EMAIL).id(), "REFUSED", null);
        var id = fixture.reminder(900, Channel.SMS).id();
        fixture.becomes(id, "UNKNOWN", null);
        fixture.planning.in(() -> database.sql()
                .update(
                        "UPDATE message SET try_at = ? WHERE id = ?",
                        database.clock().instant(),
                        id));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void by_default_it_is_a_call_three_working_hours_before_the_appointment() {
        decide("CALL_LIST");
        assertThat(codes()).isEmpty();

        database.clock().moveTo(Instant.parse("2026-11-10T10:00:00Z"));
        decide("CALL_LIST");

        assertThat(codes()).containsExactly("UNKNOWN");
    }

    @Test
    void the_servers_setting_holds_for_who_decided_nothing() {
        decide("false");

        database.clock().moveTo(Instant.parse("2026-11-10T12:30:00Z"));
        decide("false");

        assertThat(codes()).isEmpty();
    }

    @Test
    void an_organization_decides_otherwise_than_the_server() {
        change(UnknownPolicy.LEAVE);

        decide("CALL_LIST");
        database.clock().moveTo(Instant.parse("2026-11-10T12:30:00Z"));
        decide("CALL_LIST");

        assertThat(codes()).isEmpty();
    }

    @Test
    void the_same_goes_out_once_by_email_as_well() {
        change(UnknownPolicy.EMAIL_AS_WELL);

        decide("CALL_LIST");
        decide("CALL_LIST");

        assertThat(fixture.reminders(900, Channel.EMAIL)).hasSize(2).last().satisfies(copy -> {
            assertThat(copy.status().state().name()).isEqualTo("PLANNED");
            assertThat(copy.to().address()).contains("eva@example.org");
            assertThat(copy.window().usefulUntil()).isEqualTo("2026-11-10T11:00:00Z");
        });
        assertThat(codes()).isEmpty();
    }

    @Test
    void whom_an_email_has_told_already_gets_no_second_one() {
        change(UnknownPolicy.EMAIL_AS_WELL);
        fixture.becomes(fixture.reminder(900, Channel.EMAIL).id(), "ACCEPTED", null);

        decide("CALL_LIST");

        assertThat(fixture.reminders(900, Channel.EMAIL)).hasSize(1);
    }

    private void change(UnknownPolicy policy) {
        fixture.planning.in(
                () -> settings.change(DESK, fixture.practice, new CallPolicy(Optional.of(policy), List.of(), 0)));
    }

    private void decide(String usual) {
        new UnknownMessages(database.jobsDatabase(), database.ids(), database.clock(), usual).run();
    }

    private List<String> codes() {
        return fixture.planning.in(() -> fixture.planning.calls.list(fixture.practice, 10)).stream()
                .map(call -> call.why().code())
                .toList();
    }
}
