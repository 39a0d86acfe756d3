/**
 * An organization's appointments as other programs and papers see them.
 *
 * <p>{@link org.bookbell.export.Exports} writes any range of them in the format of any {@link
 * org.bookbell.spi.export.AppointmentExporter}; {@link org.bookbell.export.ExportedAppointments} is what an exporter sees.
 * It uses nearly every feature, and none uses it.
 */
@NullMarked
package org.bookbell.export;

import org.jspecify.annotations.NullMarked;
