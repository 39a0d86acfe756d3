package org.bookbell.message.planning.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.client.Channel.EMAIL;
import static org.bookbell.client.Channel.SMS;
import static org.bookbell.message.AppointmentFactsBuilder.EVA;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.bookbell.message.Audience;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.owed.ReminderPlanner;
import org.bookbell.message.planning.owed.ReminderPolicy;
import org.bookbell.message.planning.reach.Contact;
import org.bookbell.message.planning.reach.Reach;
import org.bookbell.message.planning.row.PlannedMessage;
import org.bookbell.message.planning.rule.AppliedRule;
import org.bookbell.message.timing.Lead;
import org.bookbell.message.timing.QuietHours;
import org.bookbell.organization.LateBooking;
import org.junit.jupiter.api.Test;

/** All zones, and each change of their clocks in two years: what holds for every reminder. */
class ReminderSweepTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2028-01-01T00:00:00Z");
    private static final QuietHours QUIET = QuietHours.USUAL;
    private static final Contact WILLING = new Contact(true, Set.of(), List.of());
    private static final List<AppliedRule> RULES = List.of(
            new AppliedRule(1, Audience.CLIENT, SMS, Lead.hoursBefore(48)),
            new AppliedRule(2, Audience.CLIENT, SMS, Lead.daysBefore(1, LocalTime.of(2, 30))),
            new AppliedRule(3, Audience.CLIENT, SMS, Lead.hoursBefore(3)),
            new AppliedRule(4, Audience.CLIENT, EMAIL, Lead.daysBefore(2, LocalTime.of(18, 0))),
            new AppliedRule(5, Audience.CLIENT, EMAIL, Lead.hoursBefore(24)),
            new AppliedRule(6, Audience.CLIENT, EMAIL, Lead.daysBefore(1, LocalTime.MIDNIGHT)),
            new AppliedRule(7, Audience.CLIENT, EMAIL, Lead.hoursBefore(1)));

    @Test
    void no_reminder_is_early_of_nothing_late_of_its_use_or_inside_quiet_hours() {
        var seen = sweep();

        assertThat(seen).hasSizeGreaterThan(100_000);
        assertThat(seen.stream().filter(reminder -> !keepsTheRules(reminder)).limit(5))
                .isEmpty();
    }

    @Test
    void quiet_hours_move_a_reminder_by_not_a_minute_more_than_they_must() {
        for (var zone : zones()) {
            for (var change : changes(zone)) {
                for (var hours = -12; hours <= 24; hours += 4) {
                    var wanted = change.plus(Duration.ofHours(hours));
                    assertThat(QUIET.moveEarlier(wanted, zone)).isEqualTo(steppedBack(wanted, zone));
                }
            }
        }
    }

    private static List<Seen> sweep() {
        var seen = new ArrayList<Seen>();
        for (var zone : zones()) {
            for (var change : changes(zone)) {
                for (var hours = -30; hours <= 60; hours += 5) {
                    var start = change.plus(Duration.ofHours(hours)).plus(Duration.ofMinutes(15));
                    seen.addAll(plan(zone, start, Duration.ofDays(10)));
                    seen.addAll(plan(zone, start, Duration.ofHours(20)));
                    seen.addAll(plan(zone, start, Duration.ofHours(2)));
                }
            }
        }
        return seen;
    }

    private static boolean keepsTheRules(Seen seen) {
        var due = seen.message().window().dueAt();
        var until = seen.message().window().usefulUntil();
        var isWithinItsTime = due.isBefore(seen.start()) && until.isBefore(seen.start());
        var maySend = due.isBefore(until) && !due.isBefore(seen.bookedAt()) && !QUIET.isQuiet(due, seen.zone());
        return isWithinItsTime && (maySend || seen.message().isSkipped());
    }

    /** A reminder, and what it is of. */
    private record Seen(PlannedMessage message, Instant start, Instant bookedAt) {

        ZoneId zone() {
            return message.recipient().zone();
        }
    }

    /** The same by another way: back minute by minute. */
    private static Instant steppedBack(Instant wanted, ZoneId zone) {
        if (!QUIET.isQuiet(wanted, zone)) {
            return wanted;
        }
        var minute = wanted.atZone(zone).withSecond(0).withNano(0).toInstant();
        while (QUIET.isQuiet(minute, zone)) {
            minute = minute.minusSeconds(60);
        }
        return minute;
    }

    private static List<Seen> plan(ZoneId zone, Instant start, Duration bookedBefore) {
        var client = new Recipient(EVA.kind(), EVA.id(), EVA.name(), EVA.locale(), zone, EVA.email(), EVA.mobile());
        var bookedAt = start.minus(bookedBefore);
        var policy = new ReminderPolicy(QUIET, LateBooking.SEND_NOW);
        return new ReminderPlanner(policy, bookedAt)
                .plan(start, new Reach(client, WILLING), RULES).stream()
                        .map(message -> new Seen(message, start, bookedAt))
                        .toList();
    }

    /** Every zone, those that differ by name only once. */
    private static Collection<ZoneId> zones() {
        var byRules = new HashMap<ZoneRules, ZoneId>();
        ZoneId.getAvailableZoneIds().stream()
                .map(ZoneId::of)
                .forEach(zone -> byRules.putIfAbsent(zone.getRules(), zone));
        return byRules.values();
    }

    /** Each change of the clock; for a zone without any, one ordinary day. */
    private static List<Instant> changes(ZoneId zone) {
        var changes = new ArrayList<Instant>();
        var next = zone.getRules().nextTransition(FROM);
        while (next != null && next.getInstant().isBefore(TO)) {
            changes.add(next.getInstant());
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return changes.isEmpty() ? List.of(FROM.plus(Duration.ofDays(100))) : changes;
    }
}
