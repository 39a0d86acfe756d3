package org.bookbell.credit.bill;

import java.time.Instant;

/** What is charged for one attempt. */
public record Charge(long attemptId, String gateway, Instant submittedAt, long amount) {}
