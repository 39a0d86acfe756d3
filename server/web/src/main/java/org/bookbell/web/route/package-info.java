/**
 * In which order gateways are tried: the server's, as operators see and decide it, and an organization's own, as its owners
 * do. {@code RouteForms} and {@code RouteJson} are what both have in common.
 */
@NullMarked
package org.bookbell.web.route;

import org.jspecify.annotations.NullMarked;
