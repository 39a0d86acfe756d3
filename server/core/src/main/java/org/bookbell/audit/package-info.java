/**
 * Who changed what: one row for each change, written in the change's own transaction by {@link
 * org.bookbell.audit.Audit}. Rows hold no personal data. Used by every feature, uses none.
 */
@NullMarked
package org.bookbell.audit;

import org.jspecify.annotations.NullMarked;
