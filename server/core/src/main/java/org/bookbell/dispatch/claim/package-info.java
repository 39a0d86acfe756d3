/**
 * Who sends a message: {@link org.bookbell.dispatch.claim.Claims} takes what is due for a while, under a fence that every later
 * statement asks for, and gives back what cannot go now. Beside it what all changes of a message share: its history, the rule of
 * its next try, the time of leases, and the end of what cannot be read.
 */
@NullMarked
package org.bookbell.dispatch.claim;

import org.jspecify.annotations.NullMarked;
