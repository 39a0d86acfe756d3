package org.bookbell.status.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.bookbell.access.Role;
import org.bookbell.access.TestMembers;
import org.bookbell.access.member.Addressees;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.message.calls.CallFixture;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.status.Incident;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private final TestDatabase database = TestDatabase.h2();
    private final CallFixture fixture = CallFixture.on(database);
    private final TestMembers members = TestMembers.on(database);
    private final ReportLetters letters = new ReportLetters(
            new Addressees(database.sql(), fixture.planning.organizations),
            fixture.planning.organizations,
            fixture.planning.alerts(),
            "https://book.example.org/");
    private final Reports reports =
            new Reports(database.sql(), database.ids(), database.clock(), database.audit(), fixture.ledger, letters) {
                @Override
                public boolean answerByEnd(long id) {
                    return in(() -> super.answerByEnd(id));
                }
            };
    private final long olga = members.add(fixture.practice, "olga@example.org", Role.OWNER);
    private final Actor operator = Actor.member(members.addOperator("root@example.org"));
    private long message;

    @BeforeEach
    void a_message() {
        fixture.book(900, "2026-11-10T13:00:00Z");
        message = fixture.reminder(900, Channel.SMS).id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_report_keeps_the_history_as_it_was_without_personal_data() {
        var report = report("She got nothing.");
        fixture.becomes(message, "DELIVERED", null);

        assertThat(report.standing()).isEqualTo("seen by nobody yet");
        assertThat(report.note()).contains("She got nothing.");
        assertThat(in(() -> reports.get(report.id())).history())
                .contains("\"state\":\"PLANNED\"")
                .contains("••••678")
                .doesNotContain("+49151", "Eva");
    }

    @Test
    void who_presses_twice_reports_once() {
        var first = report("She got nothing.");

        assertThat(report(null).id()).isEqualTo(first.id());
    }

    @Test
    void an_answer_reaches_the_member_by_email_and_stands_with_its_times_at_the_message() {
        var report = report("She got nothing.");
        database.clock().advance(Duration.ofMinutes(20));
        in(() -> reports.seen(operator, report.id()));
        database.clock().advance(Duration.ofMinutes(10));

        in(() -> reports.answer(operator, report.id(), "The gateway was down; it is sent again."));

        assertThat(fixture.alerts())
                .containsExactly("root@example.org: A problem is reported", "olga@example.org: Answer to your report");
        assertThat(fixture.lastAlert()).contains("She got nothing.").contains("The gateway was down");
        assertThat(in(() -> reports.listOf(fixture.practice, message)))
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.seen().orElseThrow().at())
                            .isEqualTo(report.reportedAt().plus(Duration.ofMinutes(20)));
                    assertThat(shown.answer().orElseThrow().at())
                            .isEqualTo(report.reportedAt().plus(Duration.ofMinutes(30)));
                    assertThat(shown.answer().orElseThrow().by()).contains("root");
                });
        assertThatThrownBy(() -> in(() -> reports.answer(operator, report.id(), "Again.")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_POSSIBLE_NOW));
    }

    @Test
    void what_no_incident_explains_is_sent_to_the_operators_at_once() {
        incident("FAIL_OVER", "second", "");
        sent("phones", Duration.ofMinutes(-1));

        var report = report("She got nothing.");

        assertThat(report.cause()).isEmpty();
        assertThat(fixture.alerts()).containsExactly("root@example.org: A problem is reported");
        assertThat(fixture.lastAlert()).contains("olga of", "She got nothing.", "/operator/reports");
    }

    @Test
    void what_an_incident_explains_is_joined_to_it_and_its_end_answers() {
        var incident = incident("FAIL_OVER", "phones", "");
        sent("phones", Duration.ofMinutes(-1));

        var report = report("She got nothing.");

        assertThat(report.cause()).hasValueSatisfying(cause -> {
            assertThat(cause.incidentId()).isEqualTo(incident);
            assertThat(cause.isOver()).isFalse();
        });
        assertThat(fixture.alerts()).as("the operators know of the incident").isEmpty();

        remindAfter(Duration.ofMinutes(10));
        assertThat(in(() -> reports.get(report.id())).answer())
                .as("while it lasts")
                .isEmpty();

        end(incident);
        remindAfter(Duration.ofSeconds(5));
        remindAfter(Duration.ofSeconds(5));

        assertThat(fixture.alerts()).containsExactly("olga@example.org: Answer to your report");
        assertThat(fixture.lastAlert())
                .contains("She got nothing.", "The gateway phones took messages and did not bring them");
        assertThat(in(() -> reports.get(report.id()))).satisfies(answered -> {
            assertThat(answered.answer().orElseThrow().by()).isEmpty();
            assertThat(answered.cause().orElseThrow().isOver()).isTrue();
        });
    }

    @Test
    void what_was_sent_before_an_incident_or_to_another_country_is_not_joined() {
        incident("FAIL_OVER", "phones", "+41");
        sent("phones", Duration.ofMinutes(-1));
        assertThat(report(null).cause()).isEmpty();

        fixture.book(901, "2026-11-10T14:00:00Z");
        message = fixture.reminder(901, Channel.SMS).id();
        incident("FAIL_OVER", "phones", "");
        sent("phones", Duration.ofMinutes(-11));
        assertThat(report(null).cause()).isEmpty();
    }

    @Test
    void a_message_that_waits_while_nothing_is_sent_belongs_to_that() {
        incident("SENDING", "", "");
        database.clock().advance(Duration.ofDays(30));

        assertThat(report(null).cause())
                .hasValueSatisfying(cause -> assertThat(cause.kind()).isEqualTo(Incident.Kind.SENDING));
    }

    @Test
    void a_joined_report_is_told_to_the_operators_too_if_nobody_answers_for_hours() {
        incident("REFUSES", "phones", "");
        sent("phones", Duration.ofMinutes(-1));
        report(null);

        remindAfter(Reports.PATIENCE);

        assertThat(fixture.alerts()).containsExactly("root@example.org: A report waits for an answer");
    }

    /** One that is known since now and began ten minutes ago. */
    private long incident(String kind, String gateway, String destination) {
        var id = database.ids().next();
        var now = database.clock().instant();
        in(() -> database.sql()
                .update(
                        "INSERT INTO incident (id, kind, gateway, destination, suspect_from, opened_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        id,
                        kind,
                        gateway,
                        destination,
                        now.minusSeconds(600),
                        now));
        return id;
    }

    private void end(long incident) {
        in(() -> database.sql()
                .update(
                        "UPDATE incident SET closed_at = ? WHERE id = ?",
                        database.clock().instant(),
                        incident));
    }

    /** The message's last attempt, to Germany. */
    private void sent(String gateway, Duration offset) {
        fixture.becomes(message, "ACCEPTED", null);
        in(() -> database.sql()
                .update(
                        "INSERT INTO attempt (id, message_id, attempt_no, gateway, state, submitted_at, destination)"
                                + " VALUES (?, ?, 1, ?, 'ACCEPTED', ?, '+49')",
                        database.ids().next(),
                        message,
                        gateway,
                        database.clock().instant().plus(offset)));
    }

    @Test
    void operators_are_reminded_after_four_hours_and_then_each_day_until_somebody_answers() {
        var report = report(null);
        remindAfter(Reports.PATIENCE.minusSeconds(1));
        assertThat(fixture.alerts()).containsExactly("root@example.org: A problem is reported");

        remindAfter(Duration.ofSeconds(1));
        remindAfter(Duration.ofHours(23));
        assertThat(fixture.alerts())
                .containsExactly(
                        "root@example.org: A problem is reported", "root@example.org: A report waits for an answer");

        remindAfter(Duration.ofHours(1));
        assertThat(fixture.alerts()).hasSize(3);

        in(() -> reports.answer(operator, report.id(), "It is mended."));
        remindAfter(Duration.ofDays(2));
        assertThat(fixture.alerts()).hasSize(4);
    }

    @Test
    void operators_see_what_waits_the_oldest_first_and_what_was_answered() {
        var first = report(null);
        var second = in(() -> reports.report(
                Actor.member(olga),
                fixture.practice,
                olga,
                fixture.reminder(900, Channel.EMAIL).id(),
                null));

        in(() -> reports.answer(operator, first.id(), "It is mended."));

        assertThat(in(() -> reports.listWaiting(10))).extracting(Report::id).containsExactly(second.id());
        assertThat(in(() -> reports.listAnswered(10))).extracting(Report::id).containsExactly(first.id());
    }

    @Test
    void nobody_reports_or_reads_of_a_foreign_message() {
        report(null);
        var school = fixture.planning.found("school");

        assertThat(in(() -> reports.listOf(school, message))).isEmpty();
        assertThatThrownBy(() -> in(() -> reports.report(Actor.member(olga), school, olga, message, null)))
                .isInstanceOf(ProblemException.class);
    }

    private Report report(String note) {
        return in(() -> reports.report(Actor.member(olga), fixture.practice, olga, message, note));
    }

    private void remindAfter(Duration time) {
        database.clock().advance(time);
        var reminder = new ReportReminder(database.sql(), database.clock(), reports, letters) {
            @Override
            public boolean remind(long reportId) {
                return in(() -> super.remind(reportId));
            }
        };
        new ReportAlerts(database.jobsDatabase(), reminder, reports, database.clock()).run();
    }

    private <T> T in(Callable<T> work) {
        return database.inTransaction(work);
    }
}
