/**
 * What follows when a gateway fails: what it took without proof becomes suspect, and everybody is told.
 * {@link org.bookbell.dispatch.failover.FailOver} is a chore of the holder of the lease; it also tells of gateways that
 * refuse what others take, where nothing else follows.
 */
@NullMarked
package org.bookbell.dispatch.failover;

import org.jspecify.annotations.NullMarked;
