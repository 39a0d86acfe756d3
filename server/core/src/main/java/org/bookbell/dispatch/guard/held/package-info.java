/**
 * What guards hold, until somebody decides: {@link org.bookbell.dispatch.guard.held.HeldMessages} releases or drops it, {@link
 * org.bookbell.dispatch.guard.held.HeldAlerts} tells the operators, {@link org.bookbell.dispatch.guard.held.HeldExpiry} ends
 * what nobody decided in time, on the call list.
 */
@NullMarked
package org.bookbell.dispatch.guard.held;

import org.jspecify.annotations.NullMarked;
