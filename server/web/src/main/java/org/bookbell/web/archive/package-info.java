/**
 * What an organization takes along and brings in: {@link org.bookbell.web.archive.ArchiveResource} downloads all of it,
 * {@link org.bookbell.web.archive.ImportsResource} takes clients and appointments as CSV, and {@link
 * org.bookbell.web.archive.DownloadsPage} does both for people.
 */
@NullMarked
package org.bookbell.web.archive;

import org.jspecify.annotations.NullMarked;
