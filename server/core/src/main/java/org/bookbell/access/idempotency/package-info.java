/** Answers the same request with the same key once more, without doing it again. */
@NullMarked
package org.bookbell.access.idempotency;

import org.jspecify.annotations.NullMarked;
