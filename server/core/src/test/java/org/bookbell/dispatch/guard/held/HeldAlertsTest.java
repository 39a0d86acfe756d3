package org.bookbell.dispatch.guard.held;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.bookbell.access.Role;
import org.bookbell.access.TestMembers;
import org.bookbell.access.member.Addressees;
import org.bookbell.dispatch.guard.Guard;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.calls.CallFixture;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.Row;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldAlertsTest {

    private final TestDatabase database = TestDatabase.h2();
    private final CallFixture fixture = CallFixture.on(database);
    private final TestMembers members = TestMembers.on(database);
    private final HeldAlerts alerts = new HeldAlerts(database.jobsDatabase(), plan(), database.clock());

    @BeforeEach
    void there_is_an_operator() {
        members.addOperator("olga@example.org");
        members.add(fixture.practice, "owner@example.org", Role.OWNER);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void operators_are_told_at_once_what_is_held_and_why() {
        isHeld(Guard.PER_DAY, 12);
        isHeld(Guard.COUNTRY, 1);

        alerts.run();

        assertThat(told()).singleElement().asString().startsWith("olga@example.org: Messages are held:");
        assertThat(lastText())
                .contains(": 12 messages, the organization's limit for a day is reached")
                .contains(": 1 message, text messages to this country are not allowed")
                .contains("https://book.example.org/operator/held");
    }

    @Test
    void what_is_held_in_the_next_minutes_is_told_in_one_email() {
        isHeld(Guard.PER_DAY, 12);
        alerts.run();
        isHeld(Guard.PER_DAY, 3);
        alerts.run();
        isHeld(Guard.PER_DAY, 4);
        alerts.run();
        assertThat(told()).hasSize(1);

        database.clock().advance(HeldAlerts.QUIET);
        alerts.run();

        assertThat(told()).hasSize(2);
        assertThat(lastText()).contains(": 7 messages");
    }

    @Test
    void without_news_nobody_is_told() {
        isHeld(Guard.PER_DAY, 12);
        alerts.run();
        database.clock().advance(HeldAlerts.QUIET);

        alerts.run();

        assertThat(told()).hasSize(1);
    }

    /** The e-mails to operators: "address: subject". */
    private List<String> told() {
        return list(row -> row.getText("address") + ": " + words(row).subject());
    }

    private String lastText() {
        return list(row -> words(row).text()).stream()
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private static MessageFacts.Words words(Row row) throws SQLException {
        return Objects.requireNonNull(MessageFacts.parse(row.getText("facts")).words());
    }

    private <T> List<T> list(Row.Reader<T> reader) {
        return database.inTransaction(() ->
                database.sql().list("SELECT address, facts FROM message WHERE kind = 'ALERT' ORDER BY id", reader));
    }

    private void isHeld(Guard guard, int messages) {
        database.inTransaction(() -> {
            var known = database.sql()
                    .update(
                            "UPDATE guard_news SET untold = untold + ? WHERE organization_id = ? AND guard = ?",
                            messages,
                            fixture.practice,
                            guard);
            return known > 0
                    ? known
                    : database.sql()
                            .update(
                                    "INSERT INTO guard_news (untold, organization_id, guard) VALUES (?, ?, ?)",
                                    messages,
                                    fixture.practice,
                                    guard);
        });
    }

    private HeldAlertPlan plan() {
        var addressees = new Addressees(database.sql(), new Organizations(database.entityManager()));
        return new HeldAlertPlan(
                database.sql(), database.clock(), addressees, fixture.planning.alerts(), "https://book.example.org/") {
            @Override
            public boolean plan() {
                return database.inTransaction(super::plan);
            }
        };
    }
}
