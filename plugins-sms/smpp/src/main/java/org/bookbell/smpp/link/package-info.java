/**
 * The binds of an account: {@link org.bookbell.smpp.link.Binds} keeps a number of them in the background and lends out
 * places in their windows; {@link org.bookbell.smpp.link.Pace} limits how fast they are used.
 *
 * <p>A bind that is lost, refused or not to be had is tried again, ever more rarely; nobody waits for it for long. The
 * package speaks over {@code wire} and knows neither texts nor receipts.
 */
@NullMarked
package org.bookbell.smpp.link;

import org.jspecify.annotations.NullMarked;
