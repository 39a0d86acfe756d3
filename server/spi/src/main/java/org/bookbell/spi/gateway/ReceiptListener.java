package org.bookbell.spi.gateway;

/**
 * Hears what became of accepted messages, and what recipients answered. <b>Threads.</b> It may be called by any threads at
 * once and blocks briefly.
 */
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

    /**
     * Takes one reply of a recipient, with the promises of {@link #receive}: it is stored when this method returns, and one
     * that comes twice is taken once.
     *
     * @throws RuntimeException if the reply could not be stored; pass it on again later
     */
    void receiveReply(Reply reply);
}
