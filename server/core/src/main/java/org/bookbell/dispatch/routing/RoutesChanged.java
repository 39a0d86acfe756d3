package org.bookbell.dispatch.routing;

/** In the running transaction the order changed in which gateways are tried. */
public record RoutesChanged() {}
