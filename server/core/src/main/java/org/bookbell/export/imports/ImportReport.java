package org.bookbell.export.imports;

/**
 * What became of a file without faults, or would become of it.
 *
 * @param dryRun whether nothing was written
 * @param lines how many lines of data it has
 * @param created how many clients or appointments are new
 * @param known how many clients have a file already, which stays as it is
 * @param leftOut how many appointments are over or cancelled, and were not taken
 */
public record ImportReport(boolean dryRun, long lines, long created, long known, long leftOut) {}
