/** Outside calendars of staff, as the product fetches them from a server of the tests. */
@NullMarked
package org.bookbell.it.busy;

import org.jspecify.annotations.NullMarked;
