package org.bookbell.credit.bill;

import java.time.Instant;

/** An attempt that an organization pays for, unless a no-charge window covers it. */
public record SentSms(long attemptId, String gateway, Instant submittedAt, int segments) {}
