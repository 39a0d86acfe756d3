package org.bookbell.message.ledger;

import java.time.Instant;

/**
 * A call to put on the list.
 *
 * @param id of the entry to make
 * @param code why no message reached the client
 * @param reason the same in plain words, at most 300 characters, without personal data
 */
public record NewCall(long id, long messageId, String code, String reason, Instant createdAt) {}
