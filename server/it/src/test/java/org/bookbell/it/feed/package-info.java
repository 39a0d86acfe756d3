/** Feeds of a running server, asked for as subscribers do, and by programs that subscribe. */
@NullMarked
package org.bookbell.it.feed;

import org.jspecify.annotations.NullMarked;
