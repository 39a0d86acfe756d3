package org.bookbell.simulator;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.ReceiptListener;
import org.bookbell.spi.gateway.Reply;

/** A listener that keeps what it hears, and may be told to fail first. */
final class RecordedReceipts implements ReceiptListener {

    private final BlockingQueue<Receipt> heard = new LinkedBlockingQueue<>();
    private final AtomicInteger failuresLeft = new AtomicInteger();

    void failNext() {
        failuresLeft.incrementAndGet();
    }

    @Override
    public void receive(Receipt receipt) {
        if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the database is away");
        }
        heard.add(receipt);
    }

    @Override
    public void receiveReply(Reply reply) {
        throw new AssertionError("no phone was answered, but a reply came");
    }

    /** The next receipt, waited for. */
    Receipt next() throws InterruptedException {
        var receipt = heard.poll(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
        if (receipt == null) {
            throw new AssertionError("no receipt within 10 s");
        }
        return receipt;
    }

    boolean isEmpty() {
        return heard.isEmpty();
    }
}
