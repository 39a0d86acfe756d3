package org.bookbell.export.busy.ical;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bookbell.export.busy.ical.line.Budget;
import org.bookbell.export.busy.ical.line.ContentLine;
import org.bookbell.export.busy.ical.line.UnreadableCalendar;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * How something repeats (RFC 5545, 3.3.10). The rule is followed on the wall's clock, as if there were no zones, and each
 * time is made an instant afterwards: only Java decides when clocks change.
 */
final class Rule {

    private static final int MOST_TIMES_A_DAY = 100;
    private static final Pattern UNTIL = Pattern.compile("(?i)(?:^|;)UNTIL=([^;]*)");

    private final ContentLine line;
    private final RecurrenceRule rule;
    private final Optional<Moment> until;
    private final boolean isUtc;

    /** Takes a time on the wall's clock. */
    @FunctionalInterface
    interface Taker {
        void take(LocalDateTime local) throws UnreadableCalendar;
    }

    private Rule(ContentLine line, RecurrenceRule rule, Optional<Moment> until, boolean isUtc) {
        this.isUtc = isUtc;
        this.line = line;
        this.rule = rule;
        this.until = until;
    }

    static Rule of(ContentLine line, Moments moments) throws UnreadableCalendar {
        var end = UNTIL.matcher(line.value());
        var until = end.find() ? Optional.of(moments.one(line, end.group(1).strip())) : Optional.<Moment>empty();
        var isUtc = until.isPresent() && end.group(1).strip().endsWith("Z");
        var endless = end.replaceAll("").replaceFirst("^;", "").strip();
        try {
            var rule = new RecurrenceRule(endless, RfcMode.RFC5545_LAX);
            checkPace(line, rule);
            return new Rule(line, rule, until, isUtc);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException wrong) {
            throw line.fault("is no rule that can be understood");
        }
    }

    /** What takes long to follow, or is worked out as a whole for each year, and no calendar needs. */
    private static void checkPace(ContentLine line, RecurrenceRule rule) throws UnreadableCalendar {
        var timesADay = Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND)
                .mapToLong(part -> size(rule, part))
                .reduce(1, (a, b) -> a * b);
        if (rule.getFreq() == Freq.SECONDLY || timesADay > MOST_TIMES_A_DAY) {
            throw line.fault("repeats too often");
        }
    }

    private static long size(RecurrenceRule rule, Part part) {
        return rule.hasPart(part) ? rule.getByPart(part).size() : 1;
    }

    /** Gives all times from {@code from}, or somewhat earlier, until {@code to}. */
    void forEach(Moment start, LocalDateTime from, LocalDateTime to, Budget budget, Taker taker)
            throws UnreadableCalendar {
        try {
            var times = rule.iterator(dateTime(start.local()));
            budget.check(line.number());
            // with a count each time must be looked at, which the budget bounds
            if (from.isAfter(start.local()) && rule.getCount() == null) {
                times.fastForward(dateTime(from));
            }
            while (times.hasNext()) {
                budget.step(line.number());
                var local = next(times);
                if (!local.isBefore(to) || isOver(start, local)) {
                    return;
                }
                taker.take(local);
            }
        } catch (IllegalArgumentException endlessSearch) {
            throw line.fault("names no time, or one so rare that it cannot be found");
        }
    }

    private boolean isOver(Moment start, LocalDateTime local) {
        if (until.isEmpty()) {
            return false;
        }
        var last = until.get();
        return last.isDate()
                ? local.toLocalDate().isAfter(last.local().toLocalDate())
                : start.instant(local).isAfter(isUtc ? last.instant() : start.instant(last.local()));
    }

    private static LocalDateTime next(RecurrenceRuleIterator times) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(times.nextMillis(), 1000L), 0, ZoneOffset.UTC);
    }

    private static DateTime dateTime(LocalDateTime local) {
        return new DateTime(DateTime.UTC, local.toEpochSecond(ZoneOffset.UTC) * 1000);
    }
}
