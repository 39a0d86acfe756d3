package org.bookbell.calendar.hours;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.bookbell.problem.ProblemException;

/** The time blocks of an organization's calendars. */
@Dependent
public class TimeBlocks {

    private final EntityManager entities;

    @Inject
    public TimeBlocks(EntityManager entities) {
        this.entities = entities;
    }

    /** One that was made by hand. */
    public TimeBlock get(long organizationId, long id) {
        return Optional.ofNullable(entities.find(TimeBlock.class, id))
                .filter(block -> block.organizationId() == organizationId && block.isMadeByHand())
                .orElseThrow(() -> ProblemException.notFound("time block"));
    }

    /** Those of one calendar that overlap the range and were made by hand, by start. */
    public List<TimeBlock> list(long organizationId, long calendarId, TimeSlot range) {
        return listAll(organizationId, calendarId, range).stream()
                .filter(TimeBlock::isMadeByHand)
                .toList();
    }

    /** The same with those of outside calendars. */
    public List<TimeBlock> listAll(long organizationId, long calendarId, TimeSlot range) {
        return entities.createQuery(
                        "SELECT b FROM TimeBlock b WHERE b.organizationId = :organization AND b.calendarId = :calendar"
                                + " AND b.startsAt < :end AND b.endsAt > :start ORDER BY b.startsAt, b.id",
                        TimeBlock.class)
                .setParameter("organization", organizationId)
                .setParameter("calendar", calendarId)
                .setParameter("start", range.startInclusive())
                .setParameter("end", range.endExclusive())
                .getResultList();
    }

    public void add(TimeBlock block) {
        entities.persist(block);
    }

    public void remove(TimeBlock block) {
        entities.remove(block);
    }
}
