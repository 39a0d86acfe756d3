package org.bookbell.storage.start;

/**
 * The application can be used: fired once, when the database is prepared and the application server has bound its
 * resources, before the first request. Who begins something at the start observes it, in the order of priorities; an
 * observer that throws keeps the server from starting.
 */
public record ServerStarted() {}
