/**
 * Appointments as comma-separated values (RFC 4180) that spreadsheets open unharmed and unharming: {@link
 * org.bookbell.csv.CsvExporter}.
 *
 * <p>Rows are written as they come. What people typed never begins a formula, and telephone numbers stay what they are.
 * The package uses the SPI and FastCSV.
 */
@NullMarked
package org.bookbell.csv;

import org.jspecify.annotations.NullMarked;
