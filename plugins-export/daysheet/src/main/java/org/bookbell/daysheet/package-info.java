/**
 * The paper of a day, for the desk and for the day on which the network is down: a sheet for each day and staff member,
 * with times, clients, their numbers, and whether they were provably reminded.
 *
 * <p>{@link org.bookbell.daysheet.DaySheetExporter} writes it as a page that prints well, day by day as it is read; {@link
 * org.bookbell.daysheet.DaySheetPdfExporter} makes a PDF of the same page. The package uses the SPI and openhtmltopdf, the
 * latter only from {@link org.bookbell.daysheet.PdfSheet}, so that none of it is loaded before the first sheet.
 */
@NullMarked
package org.bookbell.daysheet;

import org.jspecify.annotations.NullMarked;
