/**
 * What protects gateways, and all who share them, from one organization.
 *
 * <p>{@link org.bookbell.dispatch.guard.Guards} looks at each batch of claims inside its transaction: what an
 * organization's {@link org.bookbell.dispatch.guard.Limits} allow is counted and goes on, what comes too fast waits for
 * a later minute, and the rest is HELD. {@link org.bookbell.dispatch.guard.held.HeldMessages} lets an operator release or drop
 * it, {@link org.bookbell.dispatch.guard.held.HeldAlerts} tells the operators, and {@link
 * org.bookbell.dispatch.guard.held.HeldExpiry} puts on the call list what nobody decided in time.
 */
@NullMarked
package org.bookbell.dispatch.guard;

import org.jspecify.annotations.NullMarked;
