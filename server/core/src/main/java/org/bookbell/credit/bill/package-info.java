/**
 * What a message costs, from its reservation to its last word.
 *
 * <p>{@link org.bookbell.credit.bill.Settlement} is the arithmetic and knows no database; {@link
 * org.bookbell.credit.bill.Bills} reads and writes in the transaction of whoever asks, dispatch. Uses no feature.
 */
@NullMarked
package org.bookbell.credit.bill;

import org.jspecify.annotations.NullMarked;
