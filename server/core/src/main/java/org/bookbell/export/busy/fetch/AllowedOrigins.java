package org.bookbell.export.busy.fetch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The origins that an operator lets be asked wherever they lead: without TLS, in a private network, on any port. All
 * others are asked by https on its usual port at public addresses only.
 */
@Dependent
public class AllowedOrigins {

    private static final String NONE = "none";

    private final Set<String> origins;

    /**
     * As configured.
     *
     * @param setting {@code none}, or origins such as {@code http://calendar.local:8080}, with commas between them
     */
    @Inject
    public AllowedOrigins(@ConfigProperty(name = "bookbell.calendars.allowed", defaultValue = NONE) String setting) {
        this.origins = Stream.of(setting.split("[,\\s]+", -1))
                .filter(origin -> !origin.isEmpty() && !origin.equals(NONE))
                .map(AllowedOrigins::origin)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String origin(String text) {
        try {
            var uri = URI.create(text.toLowerCase(Locale.ROOT));
            var isOrigin = uri.getHost() != null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawUserInfo() == null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
            if (isOrigin) {
                return FeedAddress.origin(uri);
            }
        } catch (IllegalArgumentException unreadable) {
            throw refusal(text, unreadable);
        }
        throw refusal(text, null);
    }

    private static IllegalStateException refusal(String text, @Nullable Throwable cause) {
        return new IllegalStateException(
                "bookbell.calendars.allowed must hold origins such as https://calendar.example.org but has " + text,
                cause);
    }

    boolean has(FeedAddress address) {
        return origins.contains(FeedAddress.origin(address.uri()));
    }
}
