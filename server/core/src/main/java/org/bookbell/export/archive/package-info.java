/**
 * All that belongs to one organization as one ZIP, and such a ZIP made an organization again on another server.
 *
 * <p>{@link org.bookbell.export.archive.file.Tables} says once for both directions which files there are and what stands in
 * their columns. {@link org.bookbell.export.archive.AccountArchive} writes them page by page, the manifest last; {@link
 * org.bookbell.export.archive.ArchiveImport} checks a file against its manifest and brings all of it in, or nothing. No
 * password, token or gateway's setting ever stands in an archive.
 */
@NullMarked
package org.bookbell.export.archive;

import org.jspecify.annotations.NullMarked;
