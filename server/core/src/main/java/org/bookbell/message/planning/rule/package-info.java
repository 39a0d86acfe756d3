/** The reminder rules of organizations. */
@NullMarked
package org.bookbell.message.planning.rule;

import org.jspecify.annotations.NullMarked;
