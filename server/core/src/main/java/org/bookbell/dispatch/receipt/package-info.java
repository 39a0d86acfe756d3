/**
 * What gateways say later: {@link org.bookbell.dispatch.receipt.Receipts} stores receipts and replies as they come, whoever
 * brings them, and {@link org.bookbell.dispatch.receipt.Aftermath} applies them a moment later on the node that holds the
 * lease. {@link org.bookbell.dispatch.receipt.Hooks} lets a gateway read what its provider sent to the web hook.
 */
@NullMarked
package org.bookbell.dispatch.receipt;

import org.jspecify.annotations.NullMarked;
