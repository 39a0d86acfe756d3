/**
 * The files of an archive: {@link org.bookbell.export.archive.file.Tables} says which there are and what stands in their
 * columns, {@link org.bookbell.export.archive.file.Manifest} what each holds. {@code ArchiveFiles} writes them, {@code
 * ArchiveZip} and {@code LineReader} read them and tell everything that is wrong by file and line.
 */
@NullMarked
package org.bookbell.export.archive.file;

import org.jspecify.annotations.NullMarked;
