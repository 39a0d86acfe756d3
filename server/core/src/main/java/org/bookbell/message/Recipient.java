package org.bookbell.message;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One who is told.
 *
 * @param zone in whose wall time quiet hours and days before are reckoned
 * @param email in lower case
 * @param mobile in E.164
 */
public record Recipient(
        Audience kind,
        long id,
        String name,
        Locale locale,
        ZoneId zone,
        @Nullable String email,
        @Nullable String mobile) {

    /** Where {@code channel} reaches them. */
    public Optional<String> address(Channel channel) {
        return Optional.ofNullable(
                switch (channel) {
                    case EMAIL -> email;
                    case SMS -> mobile;
                });
    }

    /** Shows the id only: the rest is personal. */
    @Override
    public String toString() {
        return "Recipient[" + kind + " " + id + "]";
    }
}
