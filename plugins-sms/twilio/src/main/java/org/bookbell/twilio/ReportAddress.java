package org.bookbell.twilio;

import java.net.URI;
import java.util.Optional;
import org.bookbell.http.wire.ApiAddress;

/**
 * The address at which Twilio says what became of a message, with the attempt's id in it: so also that of a message whose
 * submission was not answered is known. Its text shows nothing, since the address may be a secret.
 *
 * @param hook the account's web hook
 * @param overrides what Twilio reads behind a number sign and does not send ("Webhook connection overrides", {@code
 *     docs/usage/webhooks/webhooks-connection-overrides})
 */
record ReportAddress(URI hook, Optional<String> overrides) {

    /** The parameter that holds the attempt's id. */
    static final String ATTEMPT = "attempt";

    /**
     * The address of {@code hook}; empty for one of this machine, as of a server that is tried out: Twilio would refuse the
     * message for it (error 21609).
     */
    static Optional<ReportAddress> of(URI hook, Optional<String> overrides) {
        return ApiAddress.isHere(hook) ? Optional.empty() : Optional.of(new ReportAddress(hook, overrides));
    }

    String of(String attemptId) {
        var begin = hook.toASCIIString() + (hook.getRawQuery() == null ? "?" : "&");
        return begin + ATTEMPT + "=" + attemptId + fragment();
    }

    /** What is behind the address that Twilio calls. */
    String fragment() {
        return overrides.map(text -> "#" + text).orElse("");
    }

    @Override
    public String toString() {
        return "ReportAddress";
    }
}
