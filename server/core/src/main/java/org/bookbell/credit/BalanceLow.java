package org.bookbell.credit;

/**
 * An organization's balance fell below the one its owners named. Fired once for each fall, in the transaction that notes
 * that it was told.
 */
public record BalanceLow(long organizationId, long balance, long lowBelow) {}
