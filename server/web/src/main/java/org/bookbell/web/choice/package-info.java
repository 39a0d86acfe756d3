/**
 * What clients and staff choose about their own messages: over which channel, whether at all, how long before.
 *
 * <p>{@link org.bookbell.web.choice.ChoicesForm} is the form that the desk, staff and clients fill in, on a page of
 * theirs; {@link org.bookbell.web.choice.ChoicesInput} reads it, and the same from JSON. Planning obeys what is kept here
 * in the same transaction.
 */
@NullMarked
package org.bookbell.web.choice;

import org.jspecify.annotations.NullMarked;
