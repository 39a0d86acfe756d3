/**
 * The bundled e-mail provider: {@link org.bookbell.smtp.SmtpProvider} hands messages to a mail server over SMTP (RFC
 * 5321).
 *
 * <p>A gateway keeps a few connections, never waits without a limit, never falls back to an unencrypted connection, and
 * tells a certain refusal from an unclear end by whether the message's content had begun to flow. What comes back later is
 * read by {@code bounce}, where a mailbox is set. The package uses the
 * SPI and Jakarta Mail; the implementation of the latter is the server's.
 */
@NullMarked
package org.bookbell.smtp;

import org.jspecify.annotations.NullMarked;
