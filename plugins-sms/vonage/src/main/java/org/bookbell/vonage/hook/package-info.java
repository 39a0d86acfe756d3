/**
 * What Vonage calls the web hook for: {@link org.bookbell.vonage.hook.HookCalls} reads receipts and replies, and verifies
 * them where they are signed. {@link org.bookbell.vonage.hook.LongReplies} joins replies of several parts.
 */
@NullMarked
package org.bookbell.vonage.hook;

import org.jspecify.annotations.NullMarked;
