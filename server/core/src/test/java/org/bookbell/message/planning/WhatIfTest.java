package org.bookbell.message.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.bookbell.message.AppointmentFactsBuilder.EVA;
import static org.bookbell.message.AppointmentFactsBuilder.anAppointment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.Audience;
import org.bookbell.message.planning.WhatIfLine.Effect;
import org.bookbell.message.planning.row.SkipReason;
import org.bookbell.message.planning.rule.ReminderRule;
import org.bookbell.message.planning.rule.RuleChange;
import org.bookbell.message.planning.rule.RuleDraft;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients are reminded by e-mail a day before; it is Monday 2 November 2026, 8:00 UTC. */
class WhatIfTest {

    private static final Actor OWNER = Actor.member(7);
    private static final RuleDraft DAY_BEFORE = RuleDraft.hoursBefore(24, Audience.CLIENT, Channel.EMAIL);

    private final TestDatabase database = TestDatabase.h2();
    private final PlanningFixture fixture = PlanningFixture.on(database);
    private final long practice = fixture.found("sonnenhof");
    private final long massage = fixture.addService(practice);
    private final long anna = fixture.addStaff(practice);
    private final ReminderRule rule = fixture.in(() -> fixture.rules().add(OWNER, practice, DAY_BEFORE));
    private long appointments = 900;

    @BeforeEach
    void found() {
        fixture.addClient(practice, EVA.id());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void another_lead_moves_what_waits_and_is_told_with_the_time_before() {
        book("2026-11-06T13:00:00Z");

        assertThat(changed(RuleDraft.hoursBefore(48, Audience.CLIENT, Channel.EMAIL)))
                .extracting(
                        WhatIfLine::effect,
                        line -> line.window().dueAt(),
                        line -> line.before().orElseThrow())
                .containsExactly(tuple(
                        Effect.MOVED, Instant.parse("2026-11-04T13:00:00Z"), Instant.parse("2026-11-05T13:00:00Z")));
    }

    @Test
    void one_more_rule_adds_reminders_and_keeps_the_others() {
        book("2026-11-06T13:00:00Z");

        var lines = in(RuleChange.adding(RuleDraft.hoursBefore(48, Audience.CLIENT, Channel.EMAIL)));

        assertThat(lines)
                .extracting(WhatIfLine::effect, WhatIfLine::willBeSent)
                .containsExactly(tuple(Effect.ADDED, true), tuple(Effect.KEPT, true));
    }

    @Test
    void another_channel_drops_one_reminder_and_says_why_the_other_is_not_sent() {
        book("2026-11-06T13:00:00Z");

        assertThat(changed(RuleDraft.hoursBefore(24, Audience.CLIENT, Channel.SMS)))
                .extracting(
                        WhatIfLine::effect,
                        WhatIfLine::willBeSent,
                        line -> line.skipped().orElse(null))
                .containsExactlyInAnyOrder(
                        tuple(Effect.DROPPED, false, null), tuple(Effect.ADDED, false, SkipReason.NO_CONSENT));
    }

    @Test
    void only_what_is_due_within_the_week_is_told_in_its_order() {
        book("2026-11-07T13:00:00Z");
        book("2026-11-06T13:00:00Z");
        book("2026-11-20T13:00:00Z");

        assertThat(changed(RuleDraft.hoursBefore(2, Audience.CLIENT, Channel.EMAIL)))
                .extracting(line -> line.window().dueAt())
                .containsExactly(Instant.parse("2026-11-06T11:00:00Z"), Instant.parse("2026-11-07T11:00:00Z"));
    }

    @Test
    void nothing_is_written_and_a_wrong_rule_is_refused() {
        var facts = book("2026-11-06T13:00:00Z");
        var before = fixture.ledgerOf(facts);

        changed(RuleDraft.hoursBefore(48, Audience.CLIENT, Channel.EMAIL));

        assertThat(fixture.ledgerOf(facts)).isEqualTo(before);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> changed(RuleDraft.hoursBefore(48, Audience.MEMBER, Channel.EMAIL)));
    }

    private AppointmentFacts book(String start) {
        var facts = anAppointment()
                .of(practice)
                .withId(appointments++)
                .forService(massage)
                .at(start)
                .facts();
        fixture.exists(facts, anna);
        fixture.in(() -> fixture.planning.booked(facts));
        return facts;
    }

    private List<WhatIfLine> changed(RuleDraft draft) {
        return in(RuleChange.changing(rule.id(), draft));
    }

    private List<WhatIfLine> in(RuleChange change) {
        var until = database.clock().instant().plus(Duration.ofDays(7));
        return fixture.in(() -> fixture.whatIf().list(practice, change, until)).stream()
                .filter(line -> line.recipient().kind() == Audience.CLIENT)
                .toList();
    }
}
