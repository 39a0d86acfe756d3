package org.bookbell.export.busy.ical.line;

/** A calendar that is not understood, or too big; the message names the line and never repeats what stands there. */
public final class UnreadableCalendar extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableCalendar(int line, String fault) {
        super("line " + line + ": " + fault);
    }
}
