/**
 * In which order gateways are tried: {@link org.bookbell.dispatch.routing.RouteTable} is what operators and organizations
 * decide, {@link org.bookbell.dispatch.routing.Orders} what sending asks.
 */
@NullMarked
package org.bookbell.dispatch.routing;

import org.jspecify.annotations.NullMarked;
