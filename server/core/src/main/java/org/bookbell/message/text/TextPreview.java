package org.bookbell.message.text;

import java.util.Optional;
import org.bookbell.spi.gateway.SmsText;

/**
 * A text filled with the longest client's name there is.
 *
 * @param sms what it costs: encoding, length and segments; empty for e-mail
 */
public record TextPreview(Optional<String> subject, String text, Optional<SmsText> sms) {}
