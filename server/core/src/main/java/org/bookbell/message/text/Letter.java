package org.bookbell.message.text;

import org.bookbell.message.MessageFacts;

/** A message that is to be put into words. */
public record Letter(long organizationId, TextKey key, MessageFacts facts) {}
