/** The desk: booking a caller within twenty seconds by keyboard, and blocking a time. */
@NullMarked
package org.bookbell.web.desk;

import org.jspecify.annotations.NullMarked;
