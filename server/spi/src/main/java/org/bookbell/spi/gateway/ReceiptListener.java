package org.bookbell.spi.gateway;

/** Hears what became of accepted messages. <b>Threads.</b> It may be called by any threads at once and blocks briefly. */
public interface ReceiptListener {

    /**
     * Takes one receipt. It is stored when this method returns, so that the provider may be told so.
     *
     * <p>Receipts may come before the submission's answer, twice, late, or in any order: the server sorts that out.
     *
     * <p>A receipt for a message that this account never took is stored as evidence and changes nothing else.
     *
     * @throws RuntimeException if the receipt could not be stored; it should be passed on again later, and a provider
     *     that repeats its receipts should be told of the failure
     */
    void receive(Receipt receipt);
}
