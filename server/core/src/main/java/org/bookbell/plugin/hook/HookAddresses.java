package org.bookbell.plugin.hook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bookbell.plugin.gateway.GatewayAudit;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Remembered;
import org.bookbell.storage.ServerKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where the provider of a gateway calls. The address ends with 144 bits of an HMAC over the gateway's name and how often
 * its address was renewed, so that nothing secret is stored and every node knows it.
 */
@ApplicationScoped
public class HookAddresses {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int TOKEN_BYTES = 18;

    private final @Nullable Parts parts;

    /** @param versions how often the address of a gateway was renewed; none for never */
    private record Parts(ServerKey key, Remembered<Map<String, Integer>> versions, String root) {}

    /** For the container's proxy. */
    protected HookAddresses() {
        this.parts = null;
    }

    @Inject
    public HookAddresses(
            ServerKey key,
            JobsDatabase database,
            @ConfigProperty(name = "bookbell.publicUrl", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        var versions = new Remembered<>(FRESH, Map.<String, Integer>of(), before -> read(database));
        this.parts = new Parts(key, versions, publicUrl.replaceFirst("/+$", ""));
    }

    /** The address to give to the provider of {@code gateway}; a secret where the provider does not sign. */
    public URI of(PluginKind kind, String gateway) {
        return URI.create(parts().root() + "/hooks/" + kind.name().toLowerCase(Locale.ROOT) + "/" + gateway + "/"
                + token(gateway));
    }

    /** Whether {@code token} is the one of {@code gateway}; takes as long for a wrong one. */
    public boolean isToken(String gateway, String token) {
        return MessageDigest.isEqual(bytes(token), bytes(token(gateway)));
    }

    void forget(
            @Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS)
                    GatewayAudit.Changed changed) {
        refresh();
    }

    /** Reads again when next asked how often addresses were renewed. */
    public void refresh() {
        parts().versions().forget();
    }

    private String token(String gateway) {
        var subject = gateway + "\n" + parts().versions().get().getOrDefault(gateway, 0);
        var mac = parts().key().mac("bookbell hook", bytes(subject));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, TOKEN_BYTES));
    }

    private static Map<String, Integer> read(JobsDatabase database) {
        var versions = new TreeMap<String, Integer>();
        database.withoutTransaction(sql -> sql.list(
                "SELECT gateway, token_version FROM gateway_hook",
                row -> versions.put(row.getText("gateway"), row.getInt("token_version"))));
        return versions;
    }

    private Parts parts() {
        if (parts == null) {
            throw new IllegalStateException("made without a key");
        }
        return parts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
