package org.bookbell.credit;

/** What becomes of a text message that an organization has no credit for. */
public enum AtZero {
    /** It is sent by e-mail where the recipient has an address; whoever has none goes on the call list. */
    EMAIL_INSTEAD,
    /** The client goes on the call list. */
    CALL_LIST
}
