package org.bookbell.spi.gateway;

/** Hears what became of accepted messages. */
public interface ReceiptListener {

    /**
     * Takes one receipt. It is stored when this method returns, so that the provider may be told so.
     *
     * <p>Receipts may come before the submission's answer, twice, late, or in any order: the server sorts that out.
     *
     * @throws RuntimeException if the receipt could not be stored; the provider should send it again
     */
    void receive(Receipt receipt);
}
