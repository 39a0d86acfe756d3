package org.bookbell.smtp.wire;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/**
 * How we connect.
 *
 * @param timeout how long one read or write may take
 * @param trustedCertificate certificates in PEM of which one must vouch for the server; empty for the usual authorities
 */
public record Wire(Security security, Duration connectTimeout, Duration timeout, Optional<String> trustedCertificate) {

    public Wire with(Security another) {
        return new Wire(another, connectTimeout, timeout, trustedCertificate);
    }

    /** The same in the words of Jakarta Mail, for {@code protocol}, over {@code sockets}. */
    public Properties properties(String protocol, Sockets sockets) {
        var prefix = "mail." + protocol + ".";
        var properties = new Properties();
        properties.put(prefix + "connectiontimeout", Long.toString(connectTimeout.toMillis()));
        properties.put(prefix + "timeout", Long.toString(timeout.toMillis()));
        properties.put(prefix + "socketFactory", sockets);
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "usesocketchannels", "true");
        properties.put(prefix + "ssl.socketFactory", new EncryptedSockets(sockets, encryption()));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(prefix + "ssl.enable", Boolean.toString(security == Security.TLS));
        var starttls = Boolean.toString(security == Security.STARTTLS);
        properties.put(prefix + "starttls.enable", starttls);
        properties.put(prefix + "starttls.required", starttls);
        return properties;
    }

    private SSLSocketFactory encryption() {
        if (trustedCertificate.isEmpty()) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        try {
            return TrustedCertificates.read(trustedCertificate.get());
        } catch (GeneralSecurityException notValidated) {
            throw new IllegalStateException("trusted certificate cannot be read", notValidated);
        }
    }
}
