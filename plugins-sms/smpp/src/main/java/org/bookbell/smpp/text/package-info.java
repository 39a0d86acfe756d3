/**
 * How a text becomes the octets of one or several {@code submit_sm}, and octets a text: {@link
 * org.bookbell.smpp.text.Composition} cuts and encodes, {@link org.bookbell.smpp.text.DefaultAlphabet} knows the letters,
 * {@link org.bookbell.smpp.text.PartHeader} joins what was cut.
 *
 * <p>No character is ever changed, and none is split: what the message center's default alphabet lacks is sent as UCS-2.
 * The package knows no connection.
 */
@NullMarked
package org.bookbell.smpp.text;

import org.jspecify.annotations.NullMarked;
