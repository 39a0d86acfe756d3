package org.bookbell.it.access;

/** What {@code {id}} names. */
enum Thing {
    API_TOKEN,
    APPOINTMENT,
    CALL,
    CLIENT,
    FEED,
    GATEWAY,
    HOLD,
    LOCATION,
    MEMBER,
    MESSAGE,
    REMINDER_RULE,
    SERVICE,
    STAFF,
    TIME_BLOCK
}
