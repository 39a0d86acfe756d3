/** What Clickatell's answers and calls are written in: {@link org.bookbell.clickatell.wire.Json}. */
@NullMarked
package org.bookbell.clickatell.wire;

import org.jspecify.annotations.NullMarked;
