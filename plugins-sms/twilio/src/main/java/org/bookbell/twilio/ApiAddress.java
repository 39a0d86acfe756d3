package org.bookbell.twilio;

import java.net.URI;
import org.bookbell.http.wire.Target;

/**
 * Where an API of Twilio is.
 *
 * @param prefix what all paths begin with; without a slash at its end
 */
record ApiAddress(Target target, String prefix) {

    private static final String API = "api.";
    private static final String TWILIO = ".twilio.com";

    static ApiAddress of(String address) {
        var uri = URI.create(address);
        return new ApiAddress(Target.of(uri), uri.getRawPath().replaceFirst("/+$", ""));
    }

    /**
     * Where Messaging Services are, which have a host of their own beside that of the API, in each region ("Services
     * resource", {@code docs/messaging/api/service-resource}). What is not Twilio's has both at one place.
     */
    ApiAddress ofMessaging() {
        var host = target.host();
        return host.startsWith(API) && host.endsWith(TWILIO)
                ? new ApiAddress(
                        new Target(target.isSecure(), "messaging." + host.substring(API.length()), target.port()),
                        prefix)
                : this;
    }

    String path(String rest) {
        return prefix + rest;
    }
}
