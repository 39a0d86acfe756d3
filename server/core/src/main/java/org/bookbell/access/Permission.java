package org.bookbell.access;

/** One thing that a caller may or may not do in an organization, with the least role that may. */
public enum Permission {
    /** See calendars, appointments, clients and the ledger. */
    READ(Role.READER),
    /** Book, move, cancel and mark appointments; keep client files and the call list. */
    BOOK(Role.STAFF),
    /** Change one's own hours and time blocks. */
    OWN_CALENDAR(Role.STAFF),
    /** Change everybody's calendars, services, locations, reminder rules, templates and feeds. */
    MANAGE(Role.MANAGER),
    /** Change the organization's settings, its members and its API tokens. */
    ADMINISTER(Role.OWNER);

    private final Role least;

    Permission(Role least) {
        this.least = least;
    }

    Role least() {
        return least;
    }
}
