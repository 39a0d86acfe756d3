/**
 * Gateways that need no provider and reach nobody: {@link org.bookbell.simulator.SimulatedPhones} for SMS and {@link
 * org.bookbell.simulator.LocalMailbox} for e-mail.
 *
 * <p>Each account is told how to behave, so that anybody can play an outage and watch what becomes of the messages. What
 * the accounts took is kept in memory by the provider and shown as an {@link org.bookbell.spi.gateway.Outbox}. The package
 * uses the SPI only.
 */
@NullMarked
package org.bookbell.simulator;

import org.jspecify.annotations.NullMarked;
