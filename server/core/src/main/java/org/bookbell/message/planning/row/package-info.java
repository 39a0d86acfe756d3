/**
 * The rows of planned messages, and what must change in them: a {@link org.bookbell.message.planning.row.Correction} compares
 * what is stored with what is owed, {@link org.bookbell.message.planning.row.Corrections} writes it down.
 */
@NullMarked
package org.bookbell.message.planning.row;

import org.jspecify.annotations.NullMarked;
