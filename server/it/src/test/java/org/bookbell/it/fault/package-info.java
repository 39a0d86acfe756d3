/** What goes wrong around a sending server, on real processes and real sockets. */
@NullMarked
package org.bookbell.it.fault;

import org.jspecify.annotations.NullMarked;
