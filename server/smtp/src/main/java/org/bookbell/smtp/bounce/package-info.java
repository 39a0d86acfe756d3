/**
 * What mail servers say later of messages that they took: bounces and delays, read from a mailbox.
 *
 * <p>Each message goes out with an envelope sender of its own ({@link org.bookbell.smtp.bounce.BounceAddress}), so that
 * what comes back names its attempt and cannot be forged. {@link org.bookbell.smtp.bounce.MailboxWatch} looks into the
 * mailbox by IMAP, {@code BounceReader} understands delivery status notifications (RFC 3464) and what older servers write,
 * and {@code Diagnosis} says what their codes mean. Uses Jakarta Mail and {@code wire}, not the rest of the plugin.
 */
@NullMarked
package org.bookbell.smtp.bounce;

import org.jspecify.annotations.NullMarked;
