/** A client's own appointment by the secret link that its messages carry: see, confirm, move, cancel, take along. */
@NullMarked
package org.bookbell.web.self;

import org.jspecify.annotations.NullMarked;
