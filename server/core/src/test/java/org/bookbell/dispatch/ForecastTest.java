package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bookbell.message.AppointmentFactsBuilder.EVA;
import static org.bookbell.message.AppointmentFactsBuilder.anAppointment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.credit.Credits;
import org.bookbell.credit.EntryKind;
import org.bookbell.dispatch.forecast.CreditAhead;
import org.bookbell.dispatch.forecast.Forecast;
import org.bookbell.dispatch.forecast.ForecastDay;
import org.bookbell.dispatch.forecast.ForecastLine;
import org.bookbell.dispatch.forecast.ForecastLine.Obstacle;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.Audience;
import org.bookbell.message.ledger.LedgerCursor;
import org.bookbell.message.ledger.LedgerEntry;
import org.bookbell.message.ledger.Upcoming;
import org.bookbell.message.planning.PlanningFixture;
import org.bookbell.message.planning.rule.RuleDraft;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** It is Monday 2 November 2026, 9:00 in Berlin; clients are reminded a day before by text message. */
class ForecastTest {

    private static final Actor DESK = Actor.member(7);

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final PlanningFixture planning = PlanningFixture.on(database);
    private final long practice = planning.found("sonnenhof");
    private final long massage = planning.addService(practice);
    private final long anna = planning.addStaff(practice);
    private final Credits credits =
            new Credits(database.sql(), planning.organizations, database.clock(), database.audit());
    private final Upcoming upcoming = new Upcoming(database.sql());
    private final Forecast forecast = new Forecast(
            upcoming,
            planning.rechecks(),
            new CreditAhead(database.sql(), credits, upcoming, 2),
            house.plugins().open(),
            house.orders(),
            planning.organizations,
            database.clock());
    private long appointments = 900;

    @BeforeEach
    void open() {
        house.gateway("main", 1);
        planning.addClient(practice, EVA.id());
        planning.in(
                () -> planning.consents.record(DESK, practice, EVA.id(), Channel.SMS, "I agree.", ConsentSource.DESK));
        planning.in(
                () -> planning.rules().add(DESK, practice, RuleDraft.hoursBefore(24, Audience.CLIENT, Channel.SMS)));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void reminders_of_the_week_are_told_in_their_order_and_those_after_it_are_not() {
        book("2026-11-05T13:00:00Z");
        book("2026-11-04T13:00:00Z");
        book("2026-11-20T13:00:00Z");

        assertThat(reminders())
                .extracting(line -> line.message().window().dueAt(), ForecastLine::willBeSent)
                .containsExactly(
                        tuple(Instant.parse("2026-11-03T13:00:00Z"), true),
                        tuple(Instant.parse("2026-11-04T13:00:00Z"), true));
    }

    @Test
    void days_count_what_is_planned_and_what_is_not_to_be_sent() {
        book("2026-11-04T13:00:00Z");
        book("2026-11-05T13:00:00Z");
        house.update("UPDATE message SET state = 'SKIPPED' WHERE kind = 'CONFIRMATION'");

        List<ForecastDay> days = database.inTransaction(() -> forecast.listDays(practice));

        assertThat(days).hasSize(7);
        assertThat(days.subList(0, 4))
                .containsExactly(
                        new ForecastDay(LocalDate.of(2026, 11, 2), 0, 4),
                        new ForecastDay(LocalDate.of(2026, 11, 3), 1, 0),
                        new ForecastDay(LocalDate.of(2026, 11, 4), 1, 0),
                        new ForecastDay(LocalDate.of(2026, 11, 5), 0, 0));
    }

    @Test
    void a_time_that_quiet_hours_moved_is_told_with_the_one_before() {
        book("2026-11-05T22:00:00Z");

        assertThat(reminders()).singleElement().satisfies(line -> {
            assertThat(line.movedFrom()).contains(Instant.parse("2026-11-04T22:00:00Z"));
            assertThat(line.message().window().dueAt()).isEqualTo(Instant.parse("2026-11-04T19:59:00Z"));
        });
    }

    @Test
    void whoever_opts_out_or_takes_a_consent_back_after_planning_gets_nothing() {
        book("2026-11-05T13:00:00Z");
        var number = EVA.address(Channel.SMS).orElseThrow();
        house.optOut(number, Channel.SMS);

        assertThat(obstacles()).containsExactly("OPTED_OUT");

        house.update("DELETE FROM opt_out");
        house.update("DELETE FROM consent");

        assertThat(obstacles()).containsExactly("NO_CONSENT");
    }

    @Test
    void what_planning_left_out_is_told_with_its_reason() {
        house.update("DELETE FROM consent");
        book("2026-11-05T13:00:00Z");

        assertThat(reminders()).singleElement().satisfies(line -> {
            assertThat(line.willBeSent()).isFalse();
            assertThat(line.obstacle().map(Obstacle::words)).contains("no consent to text messages was given");
        });
    }

    @Test
    void what_is_held_is_not_promised() {
        book("2026-11-04T13:00:00Z");
        house.update("UPDATE message SET state = 'HELD', reason_code = 'HELD_BACK', reason = 'more than is allowed'"
                + " WHERE rule_id <> 0 AND channel = 'SMS'");

        assertThat(obstacles()).containsExactly("HELD_BACK");
    }

    @Test
    void credit_lasts_for_what_is_due_first() {
        house.update("INSERT INTO sms_price (prefix, milli_credits) VALUES ('+49', 1000)");
        database.inTransaction(() -> credits.add(DESK, practice, EntryKind.PURCHASE, 4500, null));
        book("2026-11-04T13:00:00Z");
        book("2026-11-05T13:00:00Z");
        book("2026-11-06T13:00:00Z");

        assertThat(obstacles()).containsExactly("", "", "NO_CREDIT");
        assertThat(reminders().get(2).obstacle().map(Obstacle::words))
                .contains("no credit is left for text messages; e-mail instead, where there is an address");
    }

    @Test
    void without_a_gateway_nothing_is_promised() {
        book("2026-11-05T13:00:00Z");

        var mails = lines(Optional.empty(), 100).stream()
                .filter(line -> line.message().channel() == Channel.EMAIL)
                .toList();

        assertThat(mails)
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.obstacle().map(Obstacle::code)).contains("NO_GATEWAY"));
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        for (int hour = 10; hour < 17; hour++) {
            book("2026-11-05T" + hour + ":00:00Z");
        }
        var all = ids(lines(Optional.empty(), 200));
        var paged = new ArrayList<Long>();
        var page = lines(Optional.empty(), 3);
        while (!page.isEmpty()) {
            paged.addAll(ids(page));
            page = lines(Optional.of(page.get(page.size() - 1).message().cursor()), 3);
        }

        assertThat(paged).isEqualTo(all).hasSize(21);
    }

    @Test
    void nothing_of_another_organization_is_told() {
        var other = planning.found("elsewhere");
        book("2026-11-05T13:00:00Z");

        assertThat(database.inTransaction(() -> forecast.list(other, Optional.empty(), 100)))
                .isEmpty();
    }

    @Test
    void what_is_late_is_told_for_today() {
        book("2026-11-04T13:00:00Z");
        database.clock().advance(Duration.ofHours(30));

        List<ForecastDay> days = database.inTransaction(() -> forecast.listDays(practice));

        assertThat(reminders()).hasSize(1);
        assertThat(days.get(0).planned()).isEqualTo(3);
    }

    @Test
    void who_sends_over_its_own_gateway_needs_no_credit_and_without_one_is_told_what_it_decided() {
        book("2026-11-05T13:00:00Z");
        house.update("INSERT INTO sms_price (prefix, milli_credits) VALUES ('+49', 10)");
        assertThat(obstacles()).containsExactly("NO_CREDIT");

        house.openGatewayOf(practice, "own");
        assertThat(obstacles()).containsExactly("");

        planning.in(() -> house.plugins().gateways().disable(DESK, "sonnenhof.own"));
        planning.in(() -> house.fallBack().useOwnOnly(DESK, practice, Set.of(Channel.SMS)));
        house.plugins().open().refresh();
        house.refreshRoutes();
        assertThat(obstacles()).containsExactly("NO_OWN_GATEWAY");
    }

    private AppointmentFacts book(String start) {
        var facts = anAppointment()
                .of(practice)
                .withId(appointments++)
                .forService(massage)
                .at(start)
                .facts();
        planning.exists(facts, anna);
        planning.in(() -> planning.planning.booked(facts));
        return facts;
    }

    private List<String> obstacles() {
        return reminders().stream()
                .map(line -> line.obstacle().map(Obstacle::code).orElse(""))
                .toList();
    }

    private List<ForecastLine> reminders() {
        return lines(Optional.empty(), 100).stream()
                .filter(line -> line.message().ruleId() != 0)
                .toList();
    }

    private List<ForecastLine> lines(Optional<LedgerCursor> after, int limit) {
        return database.inTransaction(() -> forecast.list(practice, after, limit));
    }

    private static List<Long> ids(List<ForecastLine> lines) {
        return lines.stream().map(ForecastLine::message).map(LedgerEntry::id).toList();
    }
}
