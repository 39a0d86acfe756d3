/** HTTP and JSON, as little of them as Clickatell's interfaces need: {@link org.bookbell.clickatell.wire.RestClient}. */
@NullMarked
package org.bookbell.clickatell.wire;

import org.jspecify.annotations.NullMarked;
