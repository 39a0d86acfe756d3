package org.bookbell.message.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.message.AppointmentFactsBuilder.EVA;
import static org.bookbell.message.AppointmentFactsBuilder.anAppointment;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.Audience;
import org.bookbell.message.calls.MessageCopy;
import org.bookbell.message.planning.rule.LeadUnit;
import org.bookbell.message.planning.rule.ReminderRule;
import org.bookbell.message.planning.rule.RuleChange;
import org.bookbell.message.planning.rule.RuleDraft;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReminderRulesTest {

    private static final Actor OWNER = Actor.member(7);
    private static final RuleDraft DAY_BEFORE = RuleDraft.hoursBefore(24, Audience.CLIENT, Channel.EMAIL);

    private final TestDatabase database = TestDatabase.h2();
    private final PlanningFixture fixture = PlanningFixture.on(database);
    private final ReminderRules rules = fixture.rules();
    private final long practice = fixture.found("sonnenhof");
    private final long massage = fixture.addService(practice);
    private final long anna = fixture.addStaff(practice);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_new_rule_plans_the_appointments_that_exist() {
        var facts = booked("2026-11-10T13:00:00Z");

        fixture.in(() -> rules.add(OWNER, practice, DAY_BEFORE));

        assertThat(fixture.ledgerOf(facts)).contains("REMINDER EMAIL CLIENT PLANNED 2026-11-09T13:00:00Z");
    }

    @Test
    void a_changed_lead_moves_the_reminders_that_wait() {
        var rule = fixture.in(() -> rules.add(OWNER, practice, DAY_BEFORE));
        var facts = booked("2026-11-10T13:00:00Z");

        fixture.in(() -> rules.change(OWNER, practice, rule.id(), hoursBefore(48), Optional.empty()));

        assertThat(fixture.ledgerOf(facts)).contains("REMINDER EMAIL CLIENT PLANNED 2026-11-08T13:00:00Z");
    }

    @Test
    void a_longer_lead_loses_no_reminder_that_it_comes_too_late_for() {
        var rule = fixture.in(() -> rules.add(OWNER, practice, DAY_BEFORE));
        var facts = booked("2026-11-03T13:00:00Z");

        fixture.in(() -> rules.change(OWNER, practice, rule.id(), hoursBefore(48), Optional.empty()));

        assertThat(fixture.ledgerOf(facts)).contains("REMINDER EMAIL CLIENT PLANNED 2026-11-02T13:00:00Z");
    }

    @Test
    void another_channel_cancels_the_waiting_row_and_plans_the_other() {
        var rule = fixture.in(() -> rules.add(OWNER, practice, DAY_BEFORE));
        var facts = booked("2026-11-10T13:00:00Z");

        fixture.in(() -> rules.change(
                OWNER, practice, rule.id(), RuleDraft.hoursBefore(24, Audience.CLIENT, Channel.SMS), Optional.empty()));

        assertThat(fixture.ledgerOf(facts))
                .contains("REMINDER EMAIL CLIENT CANCELLED RULE_CHANGED", "REMINDER SMS CLIENT SKIPPED NO_CONSENT");
    }

    @Test
    void another_channel_does_not_remind_a_second_time() {
        var rule = fixture.in(() -> rules.add(OWNER, practice, DAY_BEFORE));
        var facts = booked("2026-11-10T13:00:00Z");
        fixture.in(() -> database.sql().update("UPDATE message SET state = 'DELIVERED', attempts = 1"));

        fixture.in(() -> rules.change(
                OWNER, practice, rule.id(), RuleDraft.hoursBefore(24, Audience.CLIENT, Channel.SMS), Optional.empty()));

        assertThat(fixture.ledgerOf(facts)).noneMatch(row -> row.startsWith("REMINDER SMS"));
    }

    @Test
    void a_copy_that_went_out_in_place_of_a_reminder_counts_as_the_reminder() {
        var rule = fixture.in(() -> rules.add(OWNER, practice, DAY_BEFORE));
        var facts = booked("2026-11-10T13:00:00Z");
        var now = database.clock().instant();
        fixture.in(() -> database.sql()
                .list("SELECT id FROM message WHERE kind = 'REMINDER'", row -> row.getLong("id"))
                .forEach(id -> new MessageCopy(id, Channel.SMS, "+4915112345678", now.plusSeconds(3600))
                        .plan(database.sql(), database.ids(), now, "in its place")));
        fixture.in(() -> database.sql().update("UPDATE message SET state = 'SKIPPED' WHERE rule_id > 0"));
        fixture.in(
                () -> database.sql().update("UPDATE message SET state = 'DELIVERED', attempts = 1 WHERE rule_id < 0"));

        fixture.in(() -> rules.change(
                OWNER, practice, rule.id(), RuleDraft.hoursBefore(24, Audience.CLIENT, Channel.SMS), Optional.empty()));

        assertThat(fixture.ledgerOf(facts))
                .filteredOn(row -> row.startsWith("REMINDER SMS"))
                .singleElement()
                .asString()
                .contains("DELIVERED");
    }

    @Test
    void a_removed_rule_cancels_and_the_same_rule_made_active_again_revives() {
        var rule = fixture.in(() -> rules.add(OWNER, practice, DAY_BEFORE));
        var facts = booked("2026-11-10T13:00:00Z");

        fixture.in(() -> rules.change(OWNER, practice, rule.id(), DAY_BEFORE.inactive(), Optional.empty()));
        assertThat(fixture.ledgerOf(facts)).contains("REMINDER EMAIL CLIENT CANCELLED RULE_CHANGED");
        fixture.in(() -> rules.change(OWNER, practice, rule.id(), DAY_BEFORE, Optional.empty()));
        assertThat(fixture.ledgerOf(facts)).contains("REMINDER EMAIL CLIENT PLANNED 2026-11-09T13:00:00Z");
        fixture.in(() -> rules.remove(OWNER, practice, rule.id()));

        assertThat(fixture.ledgerOf(facts)).contains("REMINDER EMAIL CLIENT CANCELLED RULE_CHANGED");
    }

    @Test
    void the_rules_of_a_service_replace_those_of_the_organization_for_their_audience() {
        fixture.in(() -> rules.add(OWNER, practice, DAY_BEFORE));
        fixture.in(() -> rules.add(
                OWNER, practice, RuleDraft.daysBefore(1, LocalTime.of(18, 0), Audience.STAFF, Channel.EMAIL)));
        fixture.in(() -> rules.add(OWNER, practice, hoursBefore(72).forService(massage)));

        var facts = booked("2026-11-10T13:00:00Z");

        assertThat(fixture.ledgerOf(facts))
                .contains(
                        "REMINDER EMAIL CLIENT PLANNED 2026-11-07T13:00:00Z",
                        "REMINDER EMAIL STAFF PLANNED 2026-11-09T17:00:00Z")
                .doesNotContain("REMINDER EMAIL CLIENT PLANNED 2026-11-09T13:00:00Z");
    }

    @Test
    void an_inactive_rule_of_a_service_silences_those_of_the_organization() {
        fixture.in(() -> rules.add(OWNER, practice, DAY_BEFORE));
        fixture.in(
                () -> rules.add(OWNER, practice, DAY_BEFORE.forService(massage).inactive()));

        assertThat(fixture.ledgerOf(booked("2026-11-10T13:00:00Z")))
                .noneMatch(row -> row.startsWith("REMINDER EMAIL CLIENT"));
    }

    @Test
    void a_preview_counts_what_would_happen_and_writes_nothing() {
        var rule = fixture.in(() -> rules.add(OWNER, practice, DAY_BEFORE));
        var facts = booked("2026-11-10T13:00:00Z");
        var before = fixture.ledgerOf(facts);

        var moving = fixture.in(() -> rules.preview(practice, RuleChange.changing(rule.id(), hoursBefore(48))));
        var adding = fixture.in(() -> rules.preview(practice, RuleChange.adding(hoursBefore(3))));
        var removing = fixture.in(() -> rules.preview(practice, RuleChange.removing(rule.id())));

        assertThat(moving).isEqualTo(new RulePreview(1, 0, 0, 1, 0, 0, true));
        assertThat(adding.added()).isEqualTo(1);
        assertThat(removing.cancelled()).isEqualTo(1);
        assertThat(fixture.ledgerOf(facts)).isEqualTo(before);
    }

    @Test
    void a_change_of_a_rule_that_somebody_else_changed_is_refused() {
        var rule = fixture.in(() -> rules.add(OWNER, practice, DAY_BEFORE));
        var seen = Optional.of(rule.version());
        fixture.in(() -> rules.change(OWNER, practice, rule.id(), hoursBefore(48), seen));

        assertThatThrownBy(() -> fixture.in(() -> rules.change(OWNER, practice, rule.id(), hoursBefore(72), seen)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.STALE_VERSION));

        assertThat(fixture.in(() -> rules.get(practice, rule.id())).leadAmount())
                .isEqualTo(48);
    }

    @Test
    void every_fault_of_a_rule_is_told_at_once() {
        var draft = new RuleDraft(4711L, Audience.MEMBER, Channel.SMS, LeadUnit.DAYS, 91, null, true);

        assertThatThrownBy(() -> fixture.in(() -> rules.add(OWNER, practice, draft)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/audience", "/amount", "/time", "/serviceId"));
    }

    @Test
    void the_same_rule_twice_is_refused() {
        fixture.in(() -> rules.add(OWNER, practice, DAY_BEFORE));

        assertThatThrownBy(() -> fixture.in(() -> rules.add(OWNER, practice, DAY_BEFORE)))
                .hasMessageContaining("already");
    }

    @Test
    void the_rule_of_another_organization_does_not_exist_here() {
        var school = fixture.found("school");
        var rule = fixture.in(() -> rules.add(OWNER, school, DAY_BEFORE));

        assertThatThrownBy(() -> fixture.in(() -> rules.remove(OWNER, practice, rule.id())))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void a_new_organization_gets_three_rules_once() {
        fixture.in(() -> rules.addDefaults(OWNER, practice));
        fixture.in(() -> rules.addDefaults(OWNER, practice));

        List<ReminderRule> all = fixture.in(() -> rules.list(practice));
        assertThat(all).extracting(ReminderRule::channel).containsExactly(Channel.SMS, Channel.EMAIL, Channel.EMAIL);
    }

    private static RuleDraft hoursBefore(int hours) {
        return RuleDraft.hoursBefore(hours, Audience.CLIENT, Channel.EMAIL);
    }

    private AppointmentFacts booked(String start) {
        var facts = fixture.exists(
                anAppointment()
                        .of(practice)
                        .forService(massage)
                        .withId(database.ids().next())
                        .at(start)
                        .facts(),
                anna);
        assertThat(facts.findRecipient(Audience.CLIENT, EVA.id())).isPresent();
        fixture.in(() -> fixture.planning.booked(facts));
        return facts;
    }
}
