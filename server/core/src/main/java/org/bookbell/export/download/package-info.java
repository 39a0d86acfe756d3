/**
 * Exports and archives that somebody waits for: {@link org.bookbell.export.download.Downloads} has them written on threads of
 * their own, each for a limited time and with few others at once, and {@link org.bookbell.export.download.Download} is what
 * comes out.
 *
 * <p>Between the two threads is a {@link org.bookbell.export.download.Pipe}, so that an exporter never touches the reader's
 * connection: one that hangs keeps neither the connection nor the thread that serves it. It uses {@code export} only.
 */
@NullMarked
package org.bookbell.export.download;

import org.jspecify.annotations.NullMarked;
