package org.bookbell.calendar.hours;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bookbell.calendar.Staff;
import org.bookbell.storage.Ids;

/** The weekly hours of staff members. */
@Dependent
public class Hours {

    private final EntityManager entities;
    private final Ids ids;

    @Inject
    public Hours(EntityManager entities, Ids ids) {
        this.entities = entities;
        this.ids = ids;
    }

    public WeeklyHours of(Staff staff) {
        return of(List.of(staff.id())).getOrDefault(staff.id(), WeeklyHours.none());
    }

    /** The hours of several, without those who have none. */
    public Map<Long, WeeklyHours> of(Collection<Long> staffIds) {
        Map<Long, Map<DayOfWeek, List<LocalRange>>> weeks = new HashMap<>();
        for (WeeklyRange row : rows(staffIds)) {
            weeks.computeIfAbsent(row.staffId(), id -> new EnumMap<>(DayOfWeek.class))
                    .computeIfAbsent(row.weekday(), day -> new ArrayList<>())
                    .add(row.range());
        }
        Map<Long, WeeklyHours> hours = new HashMap<>();
        weeks.forEach((id, week) -> hours.put(id, new WeeklyHours(week)));
        return hours;
    }

    /** Puts a new week in the place of the old one and raises the staff member's version. */
    public void replace(Staff staff, WeeklyHours week) {
        rows(List.of(staff.id())).forEach(entities::remove);
        week.ranges()
                .forEach((day, ranges) ->
                        ranges.forEach(range -> entities.persist(new WeeklyRange(ids.next(), staff.id(), day, range))));
        entities.lock(staff, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    private List<WeeklyRange> rows(Collection<Long> staffIds) {
        if (staffIds.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("SELECT r FROM WeeklyRange r WHERE r.staffId IN :staff", WeeklyRange.class)
                .setParameter("staff", staffIds)
                .getResultList();
    }
}
