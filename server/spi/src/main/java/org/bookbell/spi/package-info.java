/**
 * What a plugin compiles against: a provider declares its {@linkplain org.bookbell.spi.Setting settings}, checks the
 * values an operator gave, and opens what the server then uses.
 *
 * <p>A plugin is a jar with a CDI bean of an SPI type: {@link org.bookbell.spi.gateway.SmsProvider},
 * {@link org.bookbell.spi.gateway.EmailProvider} or {@link org.bookbell.spi.export.AppointmentExporter}. These packages
 * use no server type. Types that a plugin implements grow by default methods only; records that the server hands to a
 * plugin may gain components.
 */
@NullMarked
package org.bookbell.spi;

import org.jspecify.annotations.NullMarked;
