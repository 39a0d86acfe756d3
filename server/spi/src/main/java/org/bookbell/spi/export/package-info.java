/** Writing appointments in a format: begin with {@link org.bookbell.spi.export.AppointmentExporter}. */
@NullMarked
package org.bookbell.spi.export;

import org.jspecify.annotations.NullMarked;
