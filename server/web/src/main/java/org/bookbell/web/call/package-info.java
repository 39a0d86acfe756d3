/**
 * The request as such, before anybody asks who sends it: its path, whether a page or the API is meant, its body within
 * the size that is allowed, the address it comes from, its connection; and the headers that every answer carries. The
 * server's own address is {@link org.bookbell.web.call.PublicUrl}, never the Host header.
 */
@NullMarked
package org.bookbell.web.call;

import org.jspecify.annotations.NullMarked;
