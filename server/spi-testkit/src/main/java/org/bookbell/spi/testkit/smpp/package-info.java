/**
 * A message center of one's own for tests of plugins that speak SMPP 3.4: {@link
 * org.bookbell.spi.testkit.smpp.FakeSmppProvider} listens on 127.0.0.1, takes messages, answers as it is told, and brings
 * receipts and replies.
 *
 * <p>It has its own few PDUs (SMPP 3.4, 4), so that the kit needs no library and a plugin's library is not tested against
 * itself.
 */
@NullMarked
package org.bookbell.spi.testkit.smpp;

import org.jspecify.annotations.NullMarked;
