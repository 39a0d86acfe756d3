/**
 * The data directory: {@link org.bookbell.launcher.directory.DataDirectory} locks it for one server,
 * {@link org.bookbell.launcher.directory.Control} is the socket in it by which a second process asks that server, and
 * {@link org.bookbell.launcher.directory.Backup} copies what it holds. Uses database, settings and console.
 */
@NullMarked
package org.bookbell.launcher.directory;

import org.jspecify.annotations.NullMarked;
