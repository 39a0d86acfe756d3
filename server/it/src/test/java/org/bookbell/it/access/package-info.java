/** Who may do what over the REST interface, as a table: every route, every role, one's own organization and another's. */
@NullMarked
package org.bookbell.it.access;

import org.jspecify.annotations.NullMarked;
