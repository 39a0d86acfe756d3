/**
 * What a subscriber gets: {@link org.bookbell.export.feed.edition.Editions} says by one query which edition is current, {@link
 * org.bookbell.export.feed.edition.FeedText} writes it, without what the feed's detail does not tell, and {@link
 * org.bookbell.export.feed.edition.Bodies} keeps the whole text until its last byte left.
 */
@NullMarked
package org.bookbell.export.feed.edition;

import org.jspecify.annotations.NullMarked;
