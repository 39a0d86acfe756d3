/**
 * What is done about messages that a gateway took and that did not arrive, or are late.
 *
 * <p>{@link org.bookbell.dispatch.lost.LostRule} decides by what the receipt gave as its reason: each other gateway once,
 * the same one again after a pause, or a person. Touches no database; {@code Overdue} carries it out.
 */
@NullMarked
package org.bookbell.dispatch.lost;

import org.jspecify.annotations.NullMarked;
