/**
 * What operators hear of the ledgers: the hourly reconciliation of {@code message} repairs what differs, and {@link
 * org.bookbell.status.ledger.RepairNews} tells them its figures.
 */
@NullMarked
package org.bookbell.status.ledger;

import org.jspecify.annotations.NullMarked;
