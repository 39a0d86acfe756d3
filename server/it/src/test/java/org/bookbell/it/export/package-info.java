/** Downloads as a reader sees them over a real socket: complete, or visibly broken, whatever an exporter does. */
@NullMarked
package org.bookbell.it.export;

import org.jspecify.annotations.NullMarked;
