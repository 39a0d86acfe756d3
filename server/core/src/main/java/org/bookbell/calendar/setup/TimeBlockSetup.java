package org.bookbell.calendar.setup;

import jakarta.inject.Inject;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.calendar.Calendars;
import org.bookbell.calendar.hours.TimeBlock;
import org.bookbell.calendar.hours.TimeBlocks;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.storage.Ids;
import org.bookbell.storage.transaction.UseCase;

/** Makes exceptions to the week of a staff member or a resource. Appointments that already stand there stay. */
@UseCase
public class TimeBlockSetup {

    private final TimeBlocks blocks;
    private final Calendars calendars;
    private final Ids ids;
    private final Audit audit;

    @Inject
    public TimeBlockSetup(TimeBlocks blocks, Calendars calendars, Ids ids, Audit audit) {
        this.blocks = blocks;
        this.calendars = calendars;
        this.ids = ids;
        this.audit = audit;
    }

    /**
     * Adds a block to a calendar.
     *
     * @param calendarId the staff member's or resource's id
     */
    public TimeBlock add(Actor actor, long organizationId, long calendarId, TimeBlockDetails details) {
        calendars.check(organizationId, calendarId);
        TimeSlot range = details.checked();
        TimeBlock block =
                new TimeBlock(ids.next(), organizationId, calendarId, details.kind(), range, details.noteOrNull());
        blocks.add(block);
        calendars.bump(calendarId);
        audit.record(actor, organizationId, "timeBlock.added", "timeBlock", block.id(), "");
        return block;
    }

    /**
     * Changes a block that is still as the caller saw it.
     *
     * @param version the version that the caller saw
     */
    public TimeBlock change(Actor actor, long organizationId, long id, long version, TimeBlockDetails details) {
        TimeBlock block = blocks.get(organizationId, id);
        TimeSlot range = details.checked();
        Expected.version(version, block.version());
        block.change(details.kind(), range, details.noteOrNull());
        calendars.bump(block.calendarId());
        audit.record(actor, organizationId, "timeBlock.changed", "timeBlock", id, "");
        return block;
    }

    public void remove(Actor actor, long organizationId, long id) {
        TimeBlock block = blocks.get(organizationId, id);
        blocks.remove(block);
        calendars.bump(block.calendarId());
        audit.record(actor, organizationId, "timeBlock.removed", "timeBlock", id, "");
    }
}
