package org.bookbell.plugin.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bookbell.spi.Settings;
import org.bookbell.storage.Seal;
import org.bookbell.storage.ServerKey;

/** Keeps a gateway's settings sealed, bound to the gateway's name. */
@Dependent
public class SettingsCipher {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final Seal seal;

    @Inject
    public SettingsCipher(ServerKey serverKey) {
        this.seal = Seal.of(serverKey, "bookbell gateway settings");
    }

    String encrypt(String gateway, Settings settings) {
        var json = JSON.createObjectBuilder();
        new TreeMap<>(settings.asMap()).forEach(json::add);
        return seal.close(gateway.getBytes(UTF_8), json.build().toString().getBytes(UTF_8));
    }

    /** The settings, or empty if they were written with another server key or damaged. */
    Optional<Settings> decrypt(String gateway, String text) {
        try {
            return seal.open(gateway.getBytes(UTF_8), text).map(clear -> Settings.of(read(new String(clear, UTF_8))));
        } catch (JsonException unreadable) {
            return Optional.empty();
        }
    }

    private static Map<String, String> read(String json) {
        var values = new TreeMap<String, String>();
        try (var reader = JSON.createReader(new StringReader(json))) {
            reader.readObject().forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
        }
        return values;
    }
}
