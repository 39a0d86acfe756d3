package org.bookbell.http;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.bookbell.http.rule.WrongRule;
import org.bookbell.http.wire.Encryption;
import org.bookbell.http.wire.Limits;
import org.bookbell.http.wire.Target;
import org.bookbell.http.wire.TimeOuts;
import org.bookbell.spi.Setting;

/** The settings of the connections. */
final class WireSettings {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    static final List<Setting> DECLARED = List.of(
            Setting.toggle("allowHttp", "Allow http", false)
                    .withHelp("Without TLS, secrets and texts can be read on the way; only for a network of your own."),
            Fields.text(
                    "trustedCertificate",
                    "Trusted certificate (PEM)",
                    "Only where the gateway's certificate is not from a public authority."),
            TimeOuts.CONNECT,
            TimeOuts.WHOLE,
            Setting.number("maxConnections", "Connections at most", 16));

    private WireSettings() {}

    static Limits limits(Reading reading) {
        return new Limits(
                Duration.ofSeconds(reading.number("connectTimeoutSeconds", 3, 1, 60)),
                Duration.ofSeconds(reading.number("timeoutSeconds", 8, 1, 60)),
                reading.number("maxConnections", 16, 1, 100));
    }

    static Optional<SSLSocketFactory> trusting(Reading reading) {
        return reading.read("trustedCertificate", WireSettings::trusting);
    }

    private static SSLSocketFactory trusting(String pem) {
        try {
            return Encryption.trusting(pem);
        } catch (GeneralSecurityException unreadable) {
            throw new WrongRule("cannot be read; enter it as PEM, from BEGIN CERTIFICATE to END CERTIFICATE.");
        }
    }

    /** A fault of {@code setting} where what is said to {@code target} could be read on the way. */
    static void requireEncryption(Reading reading, String setting, Target target) {
        if (!target.isSecure()
                && !reading.isOn("allowHttp")
                && !LOOPBACK.matcher(target.host()).matches()) {
            reading.fault(
                    setting,
                    "begins with http://, so that secrets and texts could be read on the way; write https://,"
                            + " or turn on Allow http.");
        }
    }
}
