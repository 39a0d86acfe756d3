package org.bookbell.spi.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.ReceiptListener;
import org.bookbell.spi.gateway.Reply;

/** A listener that keeps what it hears, from any thread. */
public final class Heard implements ReceiptListener {

    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    private final List<Reply> replies = new CopyOnWriteArrayList<>();

    @Override
    public void receive(Receipt receipt) {
        receipts.add(receipt);
    }

    @Override
    public void receiveReply(Reply reply) {
        replies.add(reply);
    }

    /** The receipts so far, in order. */
    public List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    /** The replies so far, in order. */
    public List<Reply> replies() {
        return List.copyOf(replies);
    }
}
