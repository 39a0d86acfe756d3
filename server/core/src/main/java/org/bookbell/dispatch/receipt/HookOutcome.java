package org.bookbell.dispatch.receipt;

import org.bookbell.spi.gateway.HookAnswer;

/** What became of one call of a web hook. */
public sealed interface HookOutcome {

    /** Everything it said is stored. */
    record Taken(HookAnswer answer) implements HookOutcome {}

    /** There is no such gateway, or the token is wrong; the caller is not told which. */
    record Unknown() implements HookOutcome {}

    /** Not the provider; {@code detail} is the gateway's, for the log. */
    record Forged(String detail) implements HookOutcome {}

    /** Unreadable; {@code detail} is the gateway's, for the log. */
    record Malformed(String detail) implements HookOutcome {}

    /** The gateway cannot read it now; the provider should call again. */
    record Unready() implements HookOutcome {}
}
