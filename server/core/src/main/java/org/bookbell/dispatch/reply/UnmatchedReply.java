package org.bookbell.dispatch.reply;

import java.time.Instant;
import java.util.Optional;

/** A reply that is nobody's, as an operator sees it: without its text, and without who sent it. */
public record UnmatchedReply(
        long id, String gateway, Instant receivedAt, Optional<Meaning> meaning, Optional<Outcome> outcome) {}
