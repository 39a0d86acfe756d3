/**
 * What recipients answer by SMS. {@link org.bookbell.dispatch.reply.ReplyQueue} hands each stored reply to {@link
 * org.bookbell.dispatch.reply.ReplyHandling}, which finds the message it answers, obeys its keyword and lets a person read
 * the rest. Nothing is answered to one address more than once an hour, so that two machines never talk to each other.
 */
@NullMarked
package org.bookbell.dispatch.reply;

import org.jspecify.annotations.NullMarked;
