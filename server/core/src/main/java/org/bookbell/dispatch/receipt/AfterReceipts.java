package org.bookbell.dispatch.receipt;

/** Work that follows when receipts were applied, such as replies, which are about messages that receipts may be about too. */
public interface AfterReceipts {

    /** Does some of what waits, and answers how much that was; 0 once nothing waits. */
    int doSome();
}
