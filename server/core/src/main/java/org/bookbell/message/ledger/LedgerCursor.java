package org.bookbell.message.ledger;

import java.time.Instant;

/** Where a page of the ledger ends, which is ordered by what is due, then by id. */
public record LedgerCursor(Instant dueAt, long id) {}
