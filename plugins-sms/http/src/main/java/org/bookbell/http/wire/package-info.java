/**
 * HTTP/1.1 (RFC 9112) on kept sockets, as a gateway for messages needs it: {@link org.bookbell.http.wire.Wire} sends each
 * request at most once and says whether any of it may have reached the server.
 *
 * <p>The JDK's own client sends a GET again by itself when a connection ends before the answer, which may be a second
 * message, and cannot be closed before Java 21. Sockets here end when their thread is interrupted, and all at once when the
 * wire is closed.
 */
@NullMarked
package org.bookbell.http.wire;

import org.jspecify.annotations.NullMarked;
