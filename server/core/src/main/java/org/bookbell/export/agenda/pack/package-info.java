/**
 * What an agenda carries, and the same as files in a folder: {@link org.bookbell.export.agenda.pack.Packing} reads the
 * appointments of some days once and has {@link org.bookbell.export.agenda.pack.Papers} make all that shows them; {@link
 * org.bookbell.export.agenda.pack.DayPacks} keeps the next days of each organization on the disk of a node.
 */
@NullMarked
package org.bookbell.export.agenda.pack;

import org.jspecify.annotations.NullMarked;
