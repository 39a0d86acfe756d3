/** What messages cost, on the running product. */
@NullMarked
package org.bookbell.it.credit;

import org.jspecify.annotations.NullMarked;
