package org.bookbell.message.planning.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.message.AppointmentFactsBuilder.anAppointment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.client.choice.OptOutSource;
import org.bookbell.message.AppointmentFactsBuilder;
import org.bookbell.message.Audience;
import org.bookbell.message.planning.PlanningFixture;
import org.bookbell.message.planning.rule.RuleDraft;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final Actor OWNER = Actor.member(7);

    private final TestDatabase database = TestDatabase.h2();
    private final PlanningFixture fixture = PlanningFixture.on(database);
    private final Reconciliation reconciliation = fixture.reconciliation();
    private final long practice = fixture.found("sonnenhof");
    private final long massage = fixture.addService(practice);
    private final long anna = fixture.addStaff(practice);

    @BeforeEach
    void a_rule_and_an_appointment() {
        fixture.in(
                () -> fixture.rules().add(OWNER, practice, RuleDraft.hoursBefore(24, Audience.CLIENT, Channel.EMAIL)));
        var facts = fixture.exists(appointment().facts(), anna);
        fixture.in(() -> fixture.planning.booked(facts));
        database.clock().advance(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_ledger_in_order_needs_no_repair() {
        assertThat(repair().repairs()).isZero();
    }

    @Test
    void lost_rows_are_planned_again() {
        fixture.in(() -> database.sql().update("DELETE FROM message_event"));
        fixture.in(() -> database.sql().update("DELETE FROM message"));

        assertThat(repair().added()).isEqualTo(3);
        assertThat(ledger()).contains("REMINDER EMAIL CLIENT PLANNED 2026-11-09T13:00:00Z");
        assertThat(repair().repairs()).isZero();
    }

    @Test
    void a_reminder_at_a_wrong_time_is_put_right() {
        fixture.in(() -> database.sql()
                .update(
                        "UPDATE message SET due_at = ? WHERE kind = 'REMINDER'",
                        Instant.parse("2026-11-09T18:00:00Z")));

        assertThat(repair().changed()).isEqualTo(1);
        assertThat(ledger()).contains("REMINDER EMAIL CLIENT PLANNED 2026-11-09T13:00:00Z");
    }

    @Test
    void what_follows_an_opt_out_is_planned_so_and_is_no_repair() {
        fixture.in(() -> fixture.optOuts.add(OWNER, practice, Channel.EMAIL, "eva@example.org", OptOutSource.LINK));

        assertThat(repair().repairs()).isZero();

        assertThat(ledger()).contains("REMINDER EMAIL CLIENT SKIPPED OPTED_OUT");
        assertThat(fixture.in(() -> fixture.calls.count(practice))).isEqualTo(1);

        fixture.in(() -> fixture.optOuts.remove(OWNER, practice, Channel.EMAIL, "eva@example.org"));

        assertThat(repair().repairs()).isZero();
        assertThat(ledger()).contains("REMINDER EMAIL CLIENT PLANNED 2026-11-09T13:00:00Z");
        assertThat(fixture.in(() -> fixture.calls.count(practice))).isZero();
    }

    @Test
    void what_waits_for_an_appointment_that_is_gone_is_cancelled() {
        fixture.isGone(appointment().facts());

        assertThat(repair().cancelled()).isEqualTo(3);
        assertThat(ledger()).allMatch(row -> row.contains("CANCELLED NOT_BOOKED"));
    }

    @Test
    void what_was_sent_is_left_alone() {
        fixture.in(() -> database.sql().update("UPDATE message SET state = 'DELIVERED', attempts = 1"));
        fixture.nowIs(appointment().withNote("new note").facts());

        assertThat(repair().repairs()).isZero();
    }

    @Test
    void waiting_rows_that_tell_former_facts_are_refreshed() {
        fixture.nowIs(appointment().withNote("new note").facts());

        assertThat(repair().refreshed()).isEqualTo(3);
    }

    @Test
    void a_page_ends_where_the_next_begins() {
        var second = fixture.exists(appointment().withId(901).facts(), anna);
        fixture.in(() -> fixture.planning.booked(second));

        var first = fixture.in(() -> reconciliation.repair(practice, 0, 1));

        assertThat(first.isEnd()).isFalse();
        assertThat(first.last()).isEqualTo(900);
        assertThat(fixture.in(() -> reconciliation.repair(practice, first.last(), 2))
                        .isEnd())
                .isTrue();
    }

    @Test
    void each_hour_all_organizations_are_reconciled_page_by_page() {
        fixture.found("school");
        fixture.in(() -> database.sql().update("DELETE FROM message_event"));
        fixture.in(() -> database.sql().update("DELETE FROM message"));
        var told = new RecordedEvents<LedgerRepaired>();
        var hourly = new HourlyReconciliation(eachInATransaction(), database.jobsDatabase(), told);

        assertThat(hourly.run()).isEqualTo(3);
        assertThat(hourly.run()).isZero();

        assertThat(told.fired())
                .as("told once, by the run that repaired")
                .containsExactly(new LedgerRepaired(List.of(new LedgerRepaired.Repaired(practice, 3, 0, 0, 0))));
    }

    private Reconciliation eachInATransaction() {
        return new Reconciliation(fixture, fixture.obligations, fixture.rows, fixture.corrections, database.clock()) {
            @Override
            public ReconciliationReport repair(long organizationId, long afterAppointment, int limit) {
                return fixture.in(() -> super.repair(organizationId, afterAppointment, limit));
            }
        };
    }

    private ReconciliationReport repair() {
        return fixture.in(() -> reconciliation.repair(practice, 0, 100));
    }

    private List<String> ledger() {
        return fixture.ledgerOf(appointment().facts());
    }

    private AppointmentFactsBuilder appointment() {
        return anAppointment().of(practice).forService(massage).withId(900);
    }
}
