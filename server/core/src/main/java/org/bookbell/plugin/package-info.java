/**
 * The plugins the server may use, and the accounts an operator has made with them.
 *
 * <p>{@link org.bookbell.plugin.Plugins} knows every provider and exporter, bundled or from the plugins folder. {@link
 * org.bookbell.plugin.gateway.Gateways} keeps the accounts, their settings encrypted; {@code OpenGateways}
 * opens them and hands them to dispatch. No plugin's code runs here without a time limit. May use {@code organization}.
 */
@NullMarked
package org.bookbell.plugin;

import org.jspecify.annotations.NullMarked;
