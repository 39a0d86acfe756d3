package org.bookbell.client;

/**
 * In the running transaction somebody's name, addresses or choices changed: messages planned for them may differ now.
 *
 * @param organizationId whose client or staff member it is
 * @param kind what the id means
 * @param contactId the client's or the staff member's id
 */
public record ContactChanged(long organizationId, ContactKind kind, long contactId) {}
