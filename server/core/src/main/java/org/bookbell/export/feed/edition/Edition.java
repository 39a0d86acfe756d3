package org.bookbell.export.feed.edition;

import java.time.Instant;

/**
 * What a feed shows at the moment, before it is written.
 *
 * @param tag another one whenever a subscriber would get another text
 * @param changedAt when something in it changed last
 */
public record Edition(String tag, Instant changedAt, Window window) {}
