/**
 * How a message becomes a request: {@link org.bookbell.http.request.RequestTemplate} fills the templates of address, headers
 * and body, each with the escapes of its format.
 */
@NullMarked
package org.bookbell.http.request;

import org.jspecify.annotations.NullMarked;
