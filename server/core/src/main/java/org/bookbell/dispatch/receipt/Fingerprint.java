package org.bookbell.dispatch.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Reply;

/** By what a receipt or a reply that comes again is recognized: SHA-256 over what its provider said. */
final class Fingerprint {

    /** How long the same words of the same person are the same reply where the provider gives neither id nor time. */
    private static final Duration SAME = Duration.ofMinutes(10);

    private Fingerprint() {}

    static byte[] of(String gateway, Receipt receipt) {
        return digest(
                gateway,
                receipt.attemptId().orElse(""),
                receipt.providerMessageId().orElse(""),
                receipt.state().name(),
                receipt.occurredAt().map(Instant::toString).orElse(""),
                receipt.code().orElse(""),
                receipt.raw());
    }

    /** What a provider sends again may be spelt otherwise, so its id alone counts where it gives one. */
    static byte[] of(String gateway, Reply reply, Instant now) {
        var id = reply.providerMessageId();
        if (id.isPresent()) {
            return digest("reply", gateway, reply.from(), id.get());
        }
        var when = reply.occurredAt()
                .map(Instant::toString)
                .orElseGet(() -> Long.toString(now.getEpochSecond() / SAME.toSeconds()));
        return digest("reply", gateway, reply.from(), reply.to().orElse(""), reply.text(), when);
    }

    private static byte[] digest(String... parts) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", missing);
        }
    }
}
