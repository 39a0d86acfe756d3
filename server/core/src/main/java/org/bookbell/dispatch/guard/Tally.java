package org.bookbell.dispatch.guard;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.storage.Row;
import org.jspecify.annotations.Nullable;

/**
 * What one organization has sent over one channel, while a batch is decided. Its row is locked, so that nobody else
 * counts meanwhile. A place in a minute is given away once: who comes when the minute is full gets one in the next that
 * is not, which makes a queue without a list.
 */
public final class Tally {

    static final String COLUMNS =
            "organization_id, channel, minute_no, minute_used, day_no, day_used, usual, day_spent,"
                    + " month_no, month_spent";

    private static final long MINUTE = 60;
    /** Nobody waits longer than that for a place of its own: what is so much more than allowed is looked at by somebody. */
    private static final long MOST_MINUTES_AHEAD = 60;

    private final long organizationId;
    private final Channel channel;
    private long minuteNo;
    private long minuteUsed;
    private long dayNo;
    private long dayUsed;
    private long usual;
    private long daySpent;
    private long monthNo;
    private long monthSpent;
    private final @Nullable Object[] read;

    private Tally(Row row) throws SQLException {
        organizationId = row.getLong("organization_id");
        channel = Channel.valueOf(row.getText("channel"));
        minuteNo = row.getLong("minute_no");
        minuteUsed = row.getLong("minute_used");
        dayNo = row.getLong("day_no");
        dayUsed = row.getLong("day_used");
        usual = row.getLong("usual");
        daySpent = row.getLong("day_spent");
        monthNo = row.getLong("month_no");
        monthSpent = row.getLong("month_spent");
        read = values();
    }

    static Tally read(Row row) throws SQLException {
        return new Tally(row);
    }

    /** A day that is over. */
    record Past(long organizationId, Channel channel, long dayNo, long sent) {}

    long organizationId() {
        return organizationId;
    }

    Channel channel() {
        return channel;
    }

    long dayNo() {
        return dayNo;
    }

    /** Begins the day and the month of {@code now}, and answers the day that ended if anything was sent on it. */
    Optional<Past> turn(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        long month = today.getYear() * 12L + today.getMonthValue();
        if (month > monthNo) {
            monthNo = month;
            monthSpent = 0;
        }
        if (!isBefore(now, zone)) {
            return Optional.empty();
        }
        var past =
                Optional.of(new Past(organizationId, channel, dayNo, dayUsed)).filter(day -> day.sent() > 0);
        dayNo = today.toEpochDay();
        dayUsed = 0;
        daySpent = 0;
        return past;
    }

    /** Whether the day it counts is over. */
    boolean isBefore(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate().toEpochDay() > dayNo;
    }

    void learn(long usualOnADay) {
        usual = usualOnADay;
    }

    /** Which guard of a whole organization has no room for another message that would cost so much. */
    Optional<Held> refuse(Limits limits, long cost) {
        var volume = limits.of(channel);
        if (isFull(volume.perDay(), dayUsed)) {
            return Optional.of(new Held(Guard.PER_DAY, Guard.PER_DAY.words(channel, volume.perDay())));
        }
        var mostUnusual = limits.mostUnusual(usual);
        if (isFull(mostUnusual, dayUsed)) {
            return Optional.of(new Held(Guard.UNUSUAL, Guard.UNUSUAL.words(channel, mostUnusual)));
        }
        if (isPassed(limits.spending().perDay(), daySpent + cost)) {
            return Optional.of(new Held(Guard.SPEND_DAY, Guard.SPEND_DAY.words()));
        }
        return isPassed(limits.spending().perMonth(), monthSpent + cost)
                ? Optional.of(new Held(Guard.SPEND_MONTH, Guard.SPEND_MONTH.words()))
                : Optional.empty();
    }

    /**
     * When the next message may go: {@code now}, the beginning of a later minute, or null where that is too late.
     *
     * @param before when it must be gone
     */
    @Nullable Instant place(Limits limits, Instant now, Instant before) {
        long most = limits.of(channel).perMinute();
        long current = now.getEpochSecond() / MINUTE;
        if (most == 0 || minuteNo < current) {
            minuteNo = current;
            minuteUsed = 0;
        } else if (minuteUsed >= most) {
            minuteNo++;
            minuteUsed = 0;
        }
        var place = minuteNo > current ? Instant.ofEpochSecond(minuteNo * MINUTE) : now;
        return place.isBefore(before) && minuteNo - current <= MOST_MINUTES_AHEAD ? place : null;
    }

    /** One more. */
    void count(long cost) {
        minuteUsed++;
        add(cost);
    }

    /** What an operator released, whatever the minute. */
    public void add(long cost) {
        dayUsed++;
        daySpent += cost;
        monthSpent += cost;
    }

    /** Whether anything differs from what was read. */
    boolean isChanged() {
        return !Arrays.equals(values(), read);
    }

    @Nullable Object[] values() {
        return new @Nullable Object[] {
            minuteNo, minuteUsed, dayNo, dayUsed, usual, daySpent, monthNo, monthSpent, organizationId, channel
        };
    }

    private static boolean isFull(long limit, long used) {
        return limit > 0 && used >= limit;
    }

    private static boolean isPassed(long limit, long sum) {
        return limit > 0 && sum > limit;
    }

    /** Why something is held. */
    record Held(Guard guard, String reason) {}
}
