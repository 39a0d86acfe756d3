package org.bookbell.client;

import java.util.Optional;
import org.bookbell.organization.ContactSyntax;

/**
 * An e-mail address.
 *
 * @param address in lower case, the domain in ASCII
 */
public record Email(String address) {

    public Email {
        if (!ContactSyntax.findEmail(address).equals(Optional.of(address))) {
            throw new IllegalArgumentException("e-mail address must be normalized; use parse");
        }
    }

    /** The address that {@code text} writes. */
    public static Email parse(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException("e-mail must be an address like name@host.org"));
    }

    /** Like {@link #parse}, but empty where {@code text} is no address. */
    public static Optional<Email> find(String text) {
        return ContactSyntax.findEmail(text).map(Email::new);
    }

    /** Masked, so that no log line shows an address. */
    @Override
    public String toString() {
        return "Email[…" + address.substring(address.indexOf('@')) + "]";
    }
}
