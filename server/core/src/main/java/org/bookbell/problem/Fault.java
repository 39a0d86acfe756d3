package org.bookbell.problem;

/**
 * One wrong value of a request.
 *
 * @param pointer where it stands, a JSON pointer (RFC 6901) such as {@code /client/email}
 * @param detail a full sentence: what was wrong, what is allowed, what to do
 */
public record Fault(String pointer, String detail) {}
