/**
 * What is done about messages of which no receipt ever told.
 *
 * <p>{@link org.bookbell.dispatch.unknown.UnknownMessages} applies what each organization decided, by {@link
 * org.bookbell.dispatch.unknown.UnknownRule}: soon after a message has become unknown, and early enough before its
 * appointment that a person can still call. Uses the words and the call list of {@code message}.
 */
@NullMarked
package org.bookbell.dispatch.unknown;

import org.jspecify.annotations.NullMarked;
