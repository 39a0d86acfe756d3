package org.bookbell.message.ledger;

import java.time.Instant;

/** Where a page of the ledger ends: it is ordered by what is due last, then by id, both descending. */
public record LedgerCursor(Instant dueAt, long id) {}
