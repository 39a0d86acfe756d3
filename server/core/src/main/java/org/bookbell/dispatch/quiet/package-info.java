/**
 * Sees that what comes late wakes nobody: planning keeps reminders out of quiet hours, an outage may bring them back.
 *
 * <p>{@link org.bookbell.dispatch.quiet.Nights} looks at claims in the transaction that claims them and lets those wait
 * that would ring in their recipients' quiet hours; what would be of no use afterwards goes to the call list at once, as
 * {@link org.bookbell.dispatch.quiet.QuietRule} decides. Uses the quiet hours of {@code message.timing}.
 */
@NullMarked
package org.bookbell.dispatch.quiet;

import org.jspecify.annotations.NullMarked;
