/**
 * Asks other servers for calendars, politely and without being led astray.
 *
 * <p>{@link org.bookbell.export.busy.fetch.Fetching} asks for one {@link org.bookbell.export.busy.fetch.FeedAddress} and
 * answers {@link org.bookbell.export.busy.fetch.Fetched}: a calendar, that nothing changed, or why not. Members choose the
 * addresses, so every connection is made to an IP address that was looked at the moment before: nobody reaches the inside
 * of a network over this server. Whoever operates it names what is allowed in {@link
 * org.bookbell.export.busy.fetch.AllowedOrigins}. Knows no database and no calendar.
 */
@NullMarked
package org.bookbell.export.busy.fetch;

import org.jspecify.annotations.NullMarked;
