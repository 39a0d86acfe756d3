package org.bookbell.message.planning.owed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.bookbell.client.Channel.EMAIL;
import static org.bookbell.client.Channel.SMS;
import static org.bookbell.message.AppointmentFactsBuilder.ANNA;
import static org.bookbell.message.AppointmentFactsBuilder.BERLIN;
import static org.bookbell.message.AppointmentFactsBuilder.EVA;
import static org.bookbell.message.timing.Lead.hoursBefore;
import static org.bookbell.organization.LateBooking.CONFIRMATION_COUNTS;
import static org.bookbell.organization.LateBooking.NEXT_SHORTER;
import static org.bookbell.organization.LateBooking.SEND_NOW;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.reach.Contact;
import org.bookbell.message.planning.reach.Contact.Choice;
import org.bookbell.message.planning.reach.Reach;
import org.bookbell.message.planning.row.PlannedMessage;
import org.bookbell.message.planning.row.SkipReason;
import org.bookbell.message.planning.rule.AppliedRule;
import org.bookbell.message.timing.Lead;
import org.bookbell.message.timing.QuietHours;
import org.bookbell.organization.LateBooking;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderPlannerTest {

    /** Tuesday, 14:00 in Berlin. */
    private static final Instant START = Instant.parse("2026-11-10T13:00:00Z");

    private static final Instant A_WEEK_EARLIER = Instant.parse("2026-11-03T13:00:00Z");
    private static final Contact WILLING = new Contact(true, Set.of(), List.of());

    @Test
    void each_rule_of_the_recipients_audience_becomes_a_row() {
        var rules = List.of(rule(1, SMS, 24), rule(2, EMAIL, 48), staffRule(3, EMAIL, 24));

        var planned = plan(A_WEEK_EARLIER, SEND_NOW, WILLING, rules);

        assertThat(planned).extracting(PlannedMessage::ruleId).containsExactly(1L, 2L);
        assertThat(planned).noneMatch(PlannedMessage::isSkipped);
        assertThat(planned.get(0).window().dueAt()).isEqualTo("2026-11-09T13:00:00Z");
        assertThat(planned.get(0).window().usefulUntil()).isEqualTo("2026-11-10T11:00:00Z");
    }

    @Test
    void the_next_shorter_reminder_of_the_channel_ends_the_longer_one() {
        var planned = plan(A_WEEK_EARLIER, SEND_NOW, WILLING, List.of(rule(1, SMS, 3), rule(2, SMS, 24)));

        assertThat(planned).extracting(PlannedMessage::ruleId).containsExactly(2L, 1L);
        assertThat(planned.get(0).window().usefulUntil()).isEqualTo("2026-11-10T10:00:00Z");
        assertThat(planned.get(1).window().usefulUntil()).isEqualTo("2026-11-10T11:30:00Z");
    }

    @Test
    void quiet_hours_move_a_reminder_to_the_evening_before() {
        var planned = plan(A_WEEK_EARLIER, SEND_NOW, WILLING, List.of(rule(1, SMS, 8)));

        assertThat(planned)
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.window().dueAt()).isEqualTo("2026-11-09T19:59:00Z"));
    }

    @Test
    void a_reminder_that_quiet_hours_move_onto_a_shorter_one_is_covered_by_it() {
        var planned = plan(A_WEEK_EARLIER, SEND_NOW, WILLING, List.of(rule(1, SMS, 12), rule(2, SMS, 8)));

        assertThat(planned.get(0).skipped()).isEqualTo(SkipReason.COVERED);
        assertThat(planned.get(1).skipped()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // booked 20 hours before: in the evening, not quiet
        "SEND_NOW, 2026-11-09T17:00:00Z, , 2026-11-09T17:00:00Z",
        "CONFIRMATION_COUNTS, 2026-11-09T17:00:00Z, LATE_CONFIRMATION_COUNTS, 2026-11-09T13:00:00Z",
        "NEXT_SHORTER, 2026-11-09T17:00:00Z, LATE_SHORTER_FOLLOWS, 2026-11-09T13:00:00Z",
        // booked at 22:00: quiet
        "SEND_NOW, 2026-11-09T21:00:00Z, LATE_QUIET_HOURS, 2026-11-09T13:00:00Z",
        // booked after the shorter reminder was due
        "SEND_NOW, 2026-11-10T10:15:00Z, LATE_NO_USE, 2026-11-09T13:00:00Z",
        "NEXT_SHORTER, 2026-11-10T10:15:00Z, LATE_CONFIRMATION_COUNTS, 2026-11-09T13:00:00Z",
        // booked at the very moment
        "CONFIRMATION_COUNTS, 2026-11-09T13:00:00Z, , 2026-11-09T13:00:00Z",
        // booked after it began
        "SEND_NOW, 2026-11-10T13:00:00Z, PAST, 2026-11-09T13:00:00Z"
    })
    void a_reminder_of_a_late_booking_follows_the_policy(
            LateBooking policy, Instant bookedAt, @Nullable SkipReason reason, Instant due) {
        var planned = plan(bookedAt, policy, WILLING, List.of(rule(1, SMS, 24), rule(2, SMS, 3)));

        assertThat(planned.get(0).skipped()).isEqualTo(reason);
        assertThat(planned.get(0).window().dueAt()).isEqualTo(due);
    }

    @Test
    void a_reminder_that_quiet_hours_move_before_the_booking_is_late_too() {
        var lateEvening = Instant.parse("2026-11-09T20:30:00Z");

        var planned = plan(lateEvening, CONFIRMATION_COUNTS, WILLING, List.of(rule(1, SMS, 8)));

        assertThat(planned)
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.skipped()).isEqualTo(SkipReason.LATE_CONFIRMATION_COUNTS));
    }

    @Test
    void a_longer_reminder_knows_of_any_shorter_one_still_to_come() {
        var planned = plan(
                Instant.parse("2026-11-10T07:00:00Z"),
                NEXT_SHORTER,
                WILLING,
                List.of(rule(1, SMS, 48), rule(2, SMS, 24), rule(3, SMS, 3)));

        assertThat(planned)
                .extracting(PlannedMessage::skipped)
                .containsExactly(SkipReason.LATE_SHORTER_FOLLOWS, SkipReason.LATE_SHORTER_FOLLOWS, null);
    }

    @ParameterizedTest
    @CsvSource({
        "true, , , NO_ADDRESS",
        "true, , eva@example.org, NO_ADDRESS",
        "false, +4915112345678, , NO_CONSENT",
        "true, +4915112345678, , "
    })
    void a_text_message_needs_a_number_and_consent(
            boolean consent, @Nullable String mobile, @Nullable String email, @Nullable SkipReason reason) {
        var client = new Recipient(Audience.CLIENT, 1, "Eva", Locale.GERMANY, BERLIN, email, mobile);
        var reach = new Reach(client, new Contact(consent, Set.of(), List.of()));

        var planned = planner(A_WEEK_EARLIER, SEND_NOW).plan(START, reach, List.of(rule(1, SMS, 24)));

        assertThat(planned)
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.skipped()).isEqualTo(reason));
    }

    @Test
    void an_opt_out_stops_its_channel_only() {
        var contact = new Contact(true, Set.of(SMS), List.of());

        var planned = plan(A_WEEK_EARLIER, SEND_NOW, contact, List.of(rule(1, SMS, 24), rule(2, EMAIL, 24)));

        assertThat(planned).extracting(PlannedMessage::skipped).containsExactly(SkipReason.OPTED_OUT, null);
    }

    @Test
    void where_mail_does_not_arrive_a_text_message_takes_its_place() {
        var contact = new Contact(true, Set.of(), Set.of(EMAIL), List.of());

        var planned = plan(A_WEEK_EARLIER, SEND_NOW, contact, List.of(rule(1, EMAIL, 24)));

        assertThat(planned)
                .extracting(PlannedMessage::channel, PlannedMessage::skipped)
                .containsExactly(tuple(SMS, null), tuple(EMAIL, SkipReason.EMAIL_FAILS));
    }

    @Test
    void where_neither_arrives_both_say_so() {
        var contact = new Contact(true, Set.of(), Set.of(EMAIL, SMS), List.of());

        var planned = plan(A_WEEK_EARLIER, SEND_NOW, contact, List.of(rule(1, EMAIL, 24)));

        assertThat(planned).extracting(PlannedMessage::skipped).containsExactly(SkipReason.EMAIL_FAILS);
    }

    @Test
    void an_own_choice_rejects_a_channel() {
        var contact = choosing(new Choice(MessageKind.REMINDER, SMS, false, null));

        var planned = plan(A_WEEK_EARLIER, SEND_NOW, contact, List.of(rule(1, SMS, 24), rule(2, EMAIL, 24)));

        assertThat(planned).extracting(PlannedMessage::skipped).containsExactly(SkipReason.NOT_WANTED, null);
    }

    @Test
    void an_own_lead_replaces_the_leads_of_all_rules_of_its_channel() {
        var contact = choosing(new Choice(MessageKind.REMINDER, SMS, true, 48));

        var planned = plan(A_WEEK_EARLIER, SEND_NOW, contact, List.of(rule(1, SMS, 24), rule(2, SMS, 3)));

        assertThat(planned).extracting(PlannedMessage::skipped).containsExactly(null, SkipReason.OWN_LEAD);
        assertThat(planned.get(0).window().dueAt()).isEqualTo("2026-11-08T13:00:00Z");
    }

    @Test
    void an_own_choice_adds_a_channel_that_no_rule_uses() {
        var contact = choosing(new Choice(MessageKind.REMINDER, EMAIL, true, null));

        var planned = plan(A_WEEK_EARLIER, SEND_NOW, contact, List.of(rule(1, SMS, 3)));

        assertThat(planned).extracting(PlannedMessage::channel).containsExactly(SMS, EMAIL);
        assertThat(planned.get(1).ruleId()).isEqualTo(AppliedRule.OWN_CHOICE);
        assertThat(planned.get(1).window().dueAt()).isEqualTo("2026-11-09T13:00:00Z");
    }

    @Test
    void a_choice_about_another_kind_changes_no_reminder() {
        var contact = choosing(new Choice(MessageKind.CONFIRMATION, SMS, false, null));

        assertThat(plan(A_WEEK_EARLIER, SEND_NOW, contact, List.of(rule(1, SMS, 24))))
                .noneMatch(PlannedMessage::isSkipped);
    }

    @Test
    void staff_are_reminded_by_their_own_rules() {
        var reach = new Reach(ANNA, WILLING);
        var evening = new AppliedRule(7, Audience.STAFF, EMAIL, Lead.daysBefore(1, LocalTime.of(18, 0)));

        var planned = planner(A_WEEK_EARLIER, SEND_NOW).plan(START, reach, List.of(rule(1, SMS, 24), evening));

        assertThat(planned)
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.window().dueAt()).isEqualTo("2026-11-09T17:00:00Z"));
    }

    private static List<PlannedMessage> plan(Instant now, LateBooking late, Contact contact, List<AppliedRule> rules) {
        return planner(now, late).plan(START, new Reach(EVA, contact), rules);
    }

    private static ReminderPlanner planner(Instant now, LateBooking late) {
        return new ReminderPlanner(new ReminderPolicy(QuietHours.USUAL, late), now);
    }

    private static AppliedRule rule(long id, Channel channel, int hours) {
        return new AppliedRule(id, Audience.CLIENT, channel, hoursBefore(hours));
    }

    private static AppliedRule staffRule(long id, Channel channel, int hours) {
        return new AppliedRule(id, Audience.STAFF, channel, hoursBefore(hours));
    }

    private static Contact choosing(Choice choice) {
        return new Contact(true, Set.of(), List.of(choice));
    }
}
