package org.bookbell.message.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;

/** Which text is meant: there is one for each kind of message, audience and channel. */
public record TextKey(MessageKind kind, Audience audience, Channel channel) {

    /** Whether the house has such a text, so that an organization may write its own. */
    public boolean exists() {
        return switch (kind) {
            case CONFIRMATION, CHANGE, CANCELLATION, REMINDER -> audience != Audience.MEMBER;
            case ALERT -> true;
            case AGENDA, OFFER, CANARY -> false;
        };
    }

    /** All that exist. */
    public static Stream<TextKey> all() {
        return Stream.of(MessageKind.values())
                .flatMap(kind -> Stream.of(Audience.values())
                        .flatMap(audience ->
                                Stream.of(Channel.values()).map(channel -> new TextKey(kind, audience, channel))))
                .filter(TextKey::exists);
    }

    /** The one that {@link #name()} calls so, if the house has such a text. */
    public static Optional<TextKey> parse(String name) {
        return all().filter(key -> key.name().equals(name)).findFirst();
    }

    /** Its name in addresses: {@code reminder.client.sms}. */
    public String name() {
        return (kind.name() + "." + audience.name() + "." + channel.name()).toLowerCase(Locale.ROOT);
    }

    /** Its name in the resources: {@code reminder.client.sms}; alerts read alike for everybody. */
    String resource() {
        var reader = kind == MessageKind.ALERT ? "" : audience.name() + ".";
        return (kind.name() + "." + reader + channel.name()).toLowerCase(Locale.ROOT);
    }
}
