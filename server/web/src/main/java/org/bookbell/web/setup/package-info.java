/** Setting up a real organization on one page, and looking at how it is set up. */
@NullMarked
package org.bookbell.web.setup;

import org.jspecify.annotations.NullMarked;
