/** Tests that share much, as one piece of work for a process: the other classes are handed out one by one. */
@NullMarked
package org.bookbell.it;

import org.jspecify.annotations.NullMarked;
