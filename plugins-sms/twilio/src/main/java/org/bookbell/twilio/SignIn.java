package org.bookbell.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.bookbell.http.wire.Request.Header;
import org.bookbell.spi.Settings;

/**
 * How an account signs in: by HTTP's Basic scheme (RFC 7617) with the SID of an API key and its secret, otherwise with the
 * account's SID and its auth token ("Twilio API requests", {@code docs/usage/requests-to-twilio}). Its text shows nothing.
 *
 * @param isKey whether by an API key, which may read less than it may send
 */
record SignIn(String user, String secret, boolean isKey) {

    static SignIn of(Settings settings) {
        return settings.find("apiKeySid")
                .map(key -> new SignIn(key, settings.get("apiKeySecret"), true))
                .orElseGet(() -> new SignIn(settings.get("accountSid"), settings.get("authToken"), false));
    }

    Header header() {
        var both = (user + ":" + secret).getBytes(UTF_8);
        return new Header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    @Override
    public String toString() {
        return "SignIn";
    }
}
