package org.bookbell.calendar;

/**
 * A staff member's name, address, locale or zone was changed in the running transaction: messages to them and about
 * them may differ now.
 */
public record StaffChanged(long organizationId, long staffId) {}
