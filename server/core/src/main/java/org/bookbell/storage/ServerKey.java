package org.bookbell.storage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The server's one secret, 32 bytes in base64, from {@code bookbell.key} or the file {@code bookbell.key-file}. It is
 * never used itself: each purpose has a key derived from it by HKDF (RFC 5869, SHA-256). Whoever loses it loses the
 * clients' links and the gateways' settings, not the appointments.
 */
@Dependent
public class ServerKey {

    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] secret;

    @Inject
    public ServerKey(
            @ConfigProperty(name = "bookbell.key") Optional<String> key,
            @ConfigProperty(name = "bookbell.key-file") Optional<String> file) {
        this(decode(key.or(() -> file.map(ServerKey::read))
                .orElseThrow(() -> new IllegalStateException(
                        "no server key; set bookbell.key or bookbell.key-file to 32 random bytes in base64"))));
    }

    private ServerKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalStateException(
                    "server key must have 32 bytes in base64 but had " + secret.length + "; see bookbell.key-file");
        }
        this.secret = secret.clone();
    }

    public static ServerKey of(byte[] secret) {
        return new ServerKey(secret);
    }

    /** A key for {@code purpose} alone. */
    public byte[] derive(String purpose, int length) {
        var extracted = hmac(new byte[BYTES], secret);
        var expanded = new ByteArrayOutputStream();
        var block = new byte[0];
        for (var counter = 1; expanded.size() < length; counter++) {
            var input = new ByteArrayOutputStream();
            input.writeBytes(block);
            input.writeBytes(purpose.getBytes(StandardCharsets.UTF_8));
            input.write(counter);
            block = hmac(extracted, input.toByteArray());
            expanded.writeBytes(block);
        }
        return Arrays.copyOf(expanded.toByteArray(), length);
    }

    /** A seal of {@code data}, 32 bytes, that only this server can make. */
    public byte[] mac(String purpose, byte[] data) {
        return hmac(derive(purpose, BYTES), data);
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(data);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java runtime lacks " + HMAC, missing);
        }
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("server key is not base64; see bookbell.key-file", notBase64);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new IllegalStateException("server key file " + file + " cannot be read", unreadable);
        }
    }
}
