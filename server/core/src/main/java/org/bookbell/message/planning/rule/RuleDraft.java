package org.bookbell.message.planning.rule;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.planning.ReminderRules;
import org.bookbell.message.timing.Lead;
import org.bookbell.problem.Faults;
import org.jspecify.annotations.Nullable;

/**
 * A reminder rule as somebody wrote it; {@link ReminderRules} checks it.
 *
 * @param serviceId a service of the organization; null for all that have no rules of their own
 * @param amount 1 to 2160 hours or 1 to 90 days
 * @param time when on the wall of the recipient, for days only, to the minute
 */
public record RuleDraft(
        @Nullable Long serviceId,
        Audience audience,
        Channel channel,
        LeadUnit unit,
        int amount,
        @Nullable LocalTime time,
        boolean isActive) {

    /** A rule of the whole organization that reminds by elapsed time. */
    public static RuleDraft hoursBefore(int hours, Audience audience, Channel channel) {
        return new RuleDraft(null, audience, channel, LeadUnit.HOURS, hours, null, true);
    }

    /** A rule of the whole organization that reminds at a time on the wall. */
    public static RuleDraft daysBefore(int days, LocalTime time, Audience audience, Channel channel) {
        return new RuleDraft(null, audience, channel, LeadUnit.DAYS, days, time, true);
    }

    /** The same for one service. */
    public RuleDraft forService(long service) {
        return new RuleDraft(service, audience, channel, unit, amount, time, isActive);
    }

    /** The same, not sent for now. */
    public RuleDraft inactive() {
        return new RuleDraft(serviceId, audience, channel, unit, amount, time, false);
    }

    void check(Faults faults) {
        faults.check(
                audience != Audience.MEMBER, "/audience", "A reminder tells the CLIENT or the STAFF, nobody else.");
        var most = unit == LeadUnit.HOURS ? Lead.MAX_DAYS * 24 : Lead.MAX_DAYS;
        faults.check(
                amount >= 1 && amount <= most,
                "/amount",
                "The lead must be 1 to " + most + " " + unit + ", not " + amount + ".");
        faults.check(
                (unit == LeadUnit.DAYS) == (time != null),
                "/time",
                "A lead in DAYS needs a time of the day, a lead in HOURS has none.");
        faults.check(
                time == null || time.equals(time.truncatedTo(ChronoUnit.MINUTES)),
                "/time",
                "The time of the day is to the minute, without seconds.");
    }

    public Lead lead() {
        return time == null ? Lead.hoursBefore(amount) : Lead.daysBefore(amount, time);
    }
}
