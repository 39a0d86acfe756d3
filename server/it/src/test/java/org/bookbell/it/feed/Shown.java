package org.bookbell.it.feed;

import java.time.Instant;

/** An appointment as a program shows it to whoever subscribed. */
record Shown(Instant start, String title) {}
