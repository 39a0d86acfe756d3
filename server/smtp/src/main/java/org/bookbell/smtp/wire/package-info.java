/**
 * Sockets to mail servers and mailboxes that can be given up, encrypted as {@link org.bookbell.smtp.wire.Wire} says.
 */
@NullMarked
package org.bookbell.smtp.wire;

import org.jspecify.annotations.NullMarked;
