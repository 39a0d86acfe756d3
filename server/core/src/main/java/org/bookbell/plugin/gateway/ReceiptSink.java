package org.bookbell.plugin.gateway;

import java.util.List;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Reply;

/** Where receipts and replies go, whichever gateway they come from; dispatch is the one that takes them. */
public interface ReceiptSink {

    /**
     * Stores what {@code gateway} says of its messages and what their recipients answered.
     *
     * @throws RuntimeException if not all of it could be stored
     */
    void receive(String gateway, List<Receipt> receipts, List<Reply> replies);
}
