/**
 * Whether gateways bring what they accept. Each attempt whose receipt came, or did not come in time, is one piece of
 * evidence for a sequential test; {@link org.bookbell.dispatch.health.Standing} is the arithmetic, the rest reads and
 * stores. What is done about a gateway that fails is the business of {@code dispatch.failover}.
 */
@NullMarked
package org.bookbell.dispatch.health;

import org.jspecify.annotations.NullMarked;
