package org.bookbell.dispatch.routing;

import org.bookbell.client.Channel;

/** Over {@code channel} an organization uses no gateways but its own, also while these are off or missing. */
record OwnOnly(long organizationId, Channel channel) {}
