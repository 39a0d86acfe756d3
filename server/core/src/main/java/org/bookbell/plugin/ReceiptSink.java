package org.bookbell.plugin;

import org.bookbell.spi.gateway.Receipt;

/** Where receipts go, whichever gateway they come from; dispatch is the one that takes them. */
public interface ReceiptSink {

    /**
     * Stores one receipt of {@code gateway}.
     *
     * @throws RuntimeException if it could not be stored
     */
    void receive(String gateway, Receipt receipt);
}
