package org.bookbell.plugin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bookbell.spi.Settings;
import org.bookbell.storage.ServerKey;

/**
 * Keeps a gateway's settings unreadable in the database: AES-256-GCM, bound to the gateway's name, so that neither a
 * dump nor a swapped row gives a secret away.
 */
@Dependent
class SettingsCipher {

    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String PURPOSE = "bookbell gateway settings";
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    @Inject
    SettingsCipher(ServerKey serverKey) {
        this.key = new SecretKeySpec(serverKey.derive(PURPOSE, 32), "AES");
    }

    String encrypt(String gateway, Settings settings) {
        var json = JSON.createObjectBuilder();
        new TreeMap<>(settings.asMap()).forEach(json::add);
        var clear = json.build().toString().getBytes(StandardCharsets.UTF_8);
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, gateway, nonce).doFinal(clear);
            var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java runtime lacks " + TRANSFORMATION, missing);
        }
    }

    /** The settings, or empty if they were written with another server key or damaged. */
    Optional<Settings> decrypt(String gateway, String text) {
        try {
            var all = Base64.getDecoder().decode(text);
            if (all.length < NONCE_BYTES) {
                return Optional.empty();
            }
            var cipher = cipher(Cipher.DECRYPT_MODE, gateway, Arrays.copyOf(all, NONCE_BYTES));
            var clear = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(Settings.of(read(new String(clear, StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException | IllegalArgumentException | JsonException unreadable) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String gateway, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(gateway.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Map<String, String> read(String json) {
        var values = new TreeMap<String, String>();
        try (var reader = JSON.createReader(new StringReader(json))) {
            reader.readObject().forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
        }
        return values;
    }
}
