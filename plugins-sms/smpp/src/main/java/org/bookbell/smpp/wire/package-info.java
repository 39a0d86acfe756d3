/**
 * One connection to a message center (SMPP 3.4, 2.7 and 3): {@link org.bookbell.smpp.wire.Dialer} makes it, {@link
 * org.bookbell.smpp.wire.Session} asks and hears over it.
 *
 * <p>Who asks learns for certain whether a request was not written, was answered, or was written and not answered ({@link
 * org.bookbell.smpp.wire.Exchange}), at once when the connection ends. The octets are jsmpp's; its sessions are not used.
 * The package knows neither binds nor texts nor receipts.
 */
@NullMarked
package org.bookbell.smpp.wire;

import org.jspecify.annotations.NullMarked;
