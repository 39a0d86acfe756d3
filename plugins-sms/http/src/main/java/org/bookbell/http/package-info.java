/**
 * SMS through any gateway that is spoken to over HTTP, by settings instead of code: {@link org.bookbell.http.HttpProvider}.
 *
 * <p>Settings are read into an {@link org.bookbell.http.Account}, once to find their faults and once to open the gateway.
 * {@link org.bookbell.http.HttpGateway} fills the request, sends it over {@link org.bookbell.http.wire.Wire}, and lets the
 * rules say what the answer means. Presets are files of settings for gateways that need no more.
 */
@NullMarked
package org.bookbell.http;

import org.jspecify.annotations.NullMarked;
