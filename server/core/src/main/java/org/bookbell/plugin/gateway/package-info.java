/**
 * The accounts with providers that messages are sent through. {@link org.bookbell.plugin.gateway.Gateways} keeps them, their
 * settings sealed; {@link org.bookbell.plugin.gateway.OpenGateways} opens them by their plugins, anew when a row changed, and
 * hands them to dispatch. What an operator sees of one leaves its secrets out.
 */
@NullMarked
package org.bookbell.plugin.gateway;

import org.jspecify.annotations.NullMarked;
