/**
 * The texts of messages, as an organization reads, changes and tries them: over the API and as pages under its set-up.
 *
 * <p>{@link org.bookbell.web.text.TextPlace} is the part of an address that says which text is meant.
 */
@NullMarked
package org.bookbell.web.text;

import org.jspecify.annotations.NullMarked;
