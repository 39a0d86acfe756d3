package org.bookbell.message.calls;

/** What is done about a message that was accepted and of which no receipt ever told. */
public enum UnknownPolicy {
    /** Nothing: it probably arrived. */
    LEAVE,
    /** It goes out by e-mail as well; whom no e-mail reaches in time goes on the call list. */
    EMAIL_AS_WELL,
    /** A person calls, unless a receipt comes in time. */
    CALL_LIST
}
