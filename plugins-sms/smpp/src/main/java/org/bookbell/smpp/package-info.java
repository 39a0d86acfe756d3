/**
 * SMS through a message center (SMSC) over SMPP 3.4: {@link org.bookbell.smpp.SmppProvider} opens an account, whose binds
 * are kept in the background.
 *
 * <p>Begin with {@link org.bookbell.smpp.SmppGateway}: it lends a place on a bind from {@code link}, lets a {@code Courier}
 * submit the parts that {@code text} made, and hears through {@code inbound} and {@code receipt} what became of them. A
 * message whose request was not written is refused, one whose request was written and not answered is unclear.
 */
@NullMarked
package org.bookbell.smpp;

import org.jspecify.annotations.NullMarked;
