/**
 * Feeds: the addresses that subscribers ask ({@link org.bookbell.web.feed.FeedResource}, and before it {@link
 * org.bookbell.web.feed.UnchangedFeed}), their list in the API, and the page
 * of an organization on which people make and revoke them. The secret of an address is in the answer that makes it and
 * nowhere else.
 */
@NullMarked
package org.bookbell.web.feed;

import org.jspecify.annotations.NullMarked;
