/** Compares, hour by hour, the rows that are stored with those that are owed, and repairs what is wrong. */
@NullMarked
package org.bookbell.message.planning.reconciliation;

import org.jspecify.annotations.NullMarked;
