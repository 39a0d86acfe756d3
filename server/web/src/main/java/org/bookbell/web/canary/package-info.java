/** Test messages over a gateway to an operator's own phone or mailbox: where they go, and which arrived. */
@NullMarked
package org.bookbell.web.canary;

import org.jspecify.annotations.NullMarked;
