package org.bookbell.access.idempotency;

/**
 * What a request that creates something was answered.
 *
 * @param status the HTTP status
 * @param body the document
 */
public record Answer(int status, String body) {}
