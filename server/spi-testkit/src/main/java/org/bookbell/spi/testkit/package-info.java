/**
 * What the SPI asks of a plugin, as tests: subclass {@link org.bookbell.spi.testkit.SmsProviderContract}, {@link
 * org.bookbell.spi.testkit.EmailProviderContract} or {@link org.bookbell.spi.testkit.AppointmentExporterContract} in the
 * plugin's own tests.
 *
 * <p>The kit checks what can be said of every plugin, and, where the test says how its fake of the provider refuses, keeps
 * silent and calls back, what must come of it; that each answer of a provider means what the plugin makes of it is for tests
 * of the plugin itself. Where the provider is spoken to over HTTP, {@link
 * org.bookbell.spi.testkit.FakeHttpProvider} stands in for it.
 */
@NullMarked
package org.bookbell.spi.testkit;

import org.jspecify.annotations.NullMarked;
