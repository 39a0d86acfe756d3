/**
 * Canaries: test messages that an operator has sent over a gateway, to a phone or a mailbox of the operator's own. Each is a
 * message of the server in the ledger, sent and followed like any other, but over its gateway only; whether it arrived is
 * evidence for {@code dispatch.health}. {@link org.bookbell.dispatch.canary.Canaries} is what operators use,
 * {@link org.bookbell.dispatch.canary.CanaryRounds} sends one each hour.
 */
@NullMarked
package org.bookbell.dispatch.canary;

import org.jspecify.annotations.NullMarked;
