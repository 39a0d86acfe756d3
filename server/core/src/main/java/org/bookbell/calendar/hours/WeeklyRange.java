package org.bookbell.calendar.hours;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;

/** One row of somebody's weekly hours. */
@Entity
@Table(name = "weekly_hours")
class WeeklyRange {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "staff_id")
    private long staffId;

    @Column(name = "weekday")
    private int weekday;

    @Column(name = "from_minute")
    private int fromMinute;

    @Column(name = "to_minute")
    private int toMinute;

    protected WeeklyRange() {}

    WeeklyRange(long id, long staffId, DayOfWeek weekday, LocalRange range) {
        this.id = id;
        this.staffId = staffId;
        this.weekday = weekday.getValue();
        this.fromMinute = range.fromMinute();
        this.toMinute = range.toMinute();
    }

    long id() {
        return id;
    }

    long staffId() {
        return staffId;
    }

    DayOfWeek weekday() {
        return DayOfWeek.of(weekday);
    }

    LocalRange range() {
        return new LocalRange(fromMinute, toMinute);
    }
}
