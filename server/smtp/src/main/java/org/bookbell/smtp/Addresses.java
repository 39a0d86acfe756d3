package org.bookbell.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads e-mail addresses as SMTP takes them. */
final class Addresses {

    private static final int LONGEST = 254;

    private Addresses() {}

    /**
     * {@code text} as the address of one mailbox, its domain in ASCII; empty if it is none, or if its local part would
     * need SMTPUTF8 (RFC 6531), which we do not speak.
     */
    static Optional<InternetAddress> find(String text) {
        var at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST || !isAscii(text.substring(0, at))) {
            return Optional.empty();
        }
        try {
            var address = text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            var parsed = new InternetAddress(address, true);
            return Optional.of(parsed).filter(mailbox -> address.equals(mailbox.getAddress()) && !mailbox.isGroup());
        } catch (AddressException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text)
                && text.chars().noneMatch(Character::isISOControl);
    }
}
