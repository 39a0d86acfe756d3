/**
 * Clients and appointments that come from elsewhere as comma-separated values.
 *
 * <p>{@link org.bookbell.export.imports.ClientsImport} and {@link org.bookbell.export.imports.AppointmentsImport} bring a
 * file in, as a trial or for good: all of it or, with every fault told by line and column, nothing. A {@link
 * org.bookbell.export.imports.CsvTable} is such a file, read; what spreadsheets made necessary in our own exports ({@link
 * org.bookbell.spi.export.CsvCell}) is undone. Clients and appointments are made by the same use cases and locks as
 * everywhere.
 */
@NullMarked
package org.bookbell.export.imports;

import org.jspecify.annotations.NullMarked;
