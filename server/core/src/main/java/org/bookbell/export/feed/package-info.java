/**
 * Secret addresses under which calendars elsewhere read appointments: a staff member's, an organization's, a client's.
 *
 * <p>{@link org.bookbell.export.feed.FeedSetup} makes, changes and revokes them; {@link org.bookbell.export.feed.Feeds}
 * finds one by its secret; {@link org.bookbell.export.feed.edition.Editions} says by one query whether what a subscriber has is
 * still true; {@link org.bookbell.export.feed.edition.FeedText} writes what they get. The secret itself is nowhere kept.
 */
@NullMarked
package org.bookbell.export.feed;

import org.jspecify.annotations.NullMarked;
