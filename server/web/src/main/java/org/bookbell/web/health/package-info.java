/** What monitors ask: whether the process lives, whether it can answer, how late sending is. */
@NullMarked
package org.bookbell.web.health;

import org.jspecify.annotations.NullMarked;
