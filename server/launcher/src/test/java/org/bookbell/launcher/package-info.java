/** Tests of the command line and of everything that is checked before the server boots. */
@NullMarked
package org.bookbell.launcher;

import org.jspecify.annotations.NullMarked;
