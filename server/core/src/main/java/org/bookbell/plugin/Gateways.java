package org.bookbell.plugin;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.plugin.ProviderCalls.ProviderFailed;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.spi.Provider;
import org.bookbell.spi.Setting;
import org.bookbell.spi.Settings;
import org.bookbell.storage.Sql;
import org.bookbell.storage.UseCase;

/**
 * The accounts that the server sends through. An account is added with settings its provider finds no fault with, may be
 * changed and disabled, and is never removed, since attempts name it. Changes are taken up by every node within a
 * second.
 */
@UseCase
public class Gateways {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final int LONGEST_SENDER = 254;

    private final Sql sql;
    private final Plugins plugins;
    private final SettingsCipher cipher;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Gateways(Sql sql, Plugins plugins, SettingsCipher cipher, Audit audit, Clock clock) {
        this.sql = sql;
        this.plugins = plugins;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds an enabled gateway for {@code organizationId}, or for all organizations if that is 0. */
    public GatewayView add(Actor actor, long organizationId, NewGateway gateway) {
        var faults = new Faults();
        faults.check(
                NAME.matcher(gateway.name()).matches(),
                "/name",
                "The name is \"" + gateway.name() + "\"; use 2 to 40 lower-case letters, digits and hyphens.");
        checkCommon(faults, gateway.sender().orElse(""), gateway.position());
        var provider = plugins.findProvider(gateway.kind(), gateway.provider());
        faults.check(
                provider.isPresent(),
                "/provider",
                "There is no provider \"" + gateway.provider() + "\"; see the list of plugins.");
        var settings = Settings.of(gateway.settings());
        provider.ifPresent(known -> checkSettings(faults, known, settings));
        faults.throwIfAny();
        if (find(gateway.name()).isPresent()) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS,
                    "There is a gateway " + gateway.name() + " already; choose another name.");
        }
        sql.update(
                "INSERT INTO gateway (" + GatewayAccount.COLUMNS
                        + ", changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                gateway.name(),
                organizationId,
                gateway.kind(),
                gateway.provider(),
                gateway.sender().orElse(null),
                cipher.encrypt(gateway.name(), settings),
                true,
                gateway.position(),
                0,
                clock.instant());
        audit.record(actor, organizationId, "gateway.added", "gateway", 0, gateway.name());
        return get(gateway.name());
    }

    /** Changes a gateway; the new settings are used within a second. */
    public GatewayView change(Actor actor, String name, GatewayChange change) {
        var account = find(name).orElseThrow(() -> ProblemException.notFound("gateway"));
        var faults = new Faults();
        checkCommon(faults, change.sender().orElse(""), change.position());
        var settings = withKeptSecrets(account, change);
        plugins.findProvider(account.kind(), account.provider())
                .filter(known -> change.enabled())
                .ifPresent(known -> checkSettings(faults, known, settings));
        faults.throwIfAny();
        int changed = sql.update(
                "UPDATE gateway SET sender = ?, settings = ?, enabled = ?, position = ?, changed_at = ?,"
                        + " version = version + 1 WHERE name = ? AND version = ?",
                change.sender().orElse(null),
                cipher.encrypt(name, settings),
                change.enabled(),
                change.position(),
                clock.instant(),
                name,
                change.version());
        if (changed == 0) {
            throw new ProblemException(
                    ProblemType.STALE_VERSION, "Somebody else changed the gateway " + name + "; read it again.");
        }
        audit.record(actor, account.organizationId(), "gateway.changed", "gateway", 0, name);
        return get(name);
    }

    /** Stops sending through a gateway; its settings are kept. */
    public GatewayView disable(Actor actor, String name) {
        return enable(actor, name, false);
    }

    /** Sends through a disabled gateway again. */
    public GatewayView enable(Actor actor, String name) {
        return enable(actor, name, true);
    }

    private GatewayView enable(Actor actor, String name, boolean enabled) {
        var account = find(name).orElseThrow(() -> ProblemException.notFound("gateway"));
        sql.update(
                "UPDATE gateway SET enabled = ?, changed_at = ?, version = version + 1 WHERE name = ?",
                enabled,
                clock.instant(),
                name);
        var action = enabled ? "gateway.enabled" : "gateway.disabled";
        audit.record(actor, account.organizationId(), action, "gateway", 0, name);
        return get(name);
    }

    /** All gateways in the order in which they are tried. */
    public List<GatewayView> list() {
        return sql
                .list(
                        "SELECT " + GatewayAccount.COLUMNS + " FROM gateway ORDER BY channel, position, name",
                        GatewayAccount::read)
                .stream()
                .map(this::view)
                .toList();
    }

    public GatewayView get(String name) {
        return find(name).map(this::view).orElseThrow(() -> ProblemException.notFound("gateway"));
    }

    /** Whether any gateway of {@code kind} exists, enabled or not. */
    public boolean hasAny(PluginKind kind) {
        return sql.count("SELECT COUNT(*) FROM gateway WHERE channel = ?", kind) > 0;
    }

    private Optional<GatewayAccount> find(String name) {
        return sql.find(
                "SELECT " + GatewayAccount.COLUMNS + " FROM gateway WHERE name = ?", GatewayAccount::read, name);
    }

    private static void checkCommon(Faults faults, String sender, int position) {
        faults.check(
                sender.length() <= LONGEST_SENDER, "/sender", "The sender is too long; use at most 254 characters.");
        faults.check(
                position >= 0 && position <= Short.MAX_VALUE, "/position", "The position must be from 0 to 32767.");
    }

    private static void checkSettings(Faults faults, Provider provider, Settings settings) {
        try {
            for (var fault : ProviderCalls.validate(provider, settings)) {
                faults.add("/settings/" + fault.setting(), fault.detail());
            }
        } catch (ProviderFailed e) {
            faults.add("/provider", e.sentence());
        }
    }

    private Settings withKeptSecrets(GatewayAccount account, GatewayChange change) {
        var values = new HashMap<>(change.settings());
        var old = cipher.decrypt(account.name(), account.settings())
                .map(Settings::asMap)
                .orElse(Map.of());
        for (var setting : declared(account)) {
            if (setting.isSecret() && values.getOrDefault(setting.name(), "").isBlank()) {
                values.remove(setting.name());
                if (old.containsKey(setting.name())) {
                    values.put(setting.name(), old.get(setting.name()));
                }
            }
        }
        return Settings.of(values);
    }

    private List<Setting> declared(GatewayAccount account) {
        return plugins.findProvider(account.kind(), account.provider())
                .map(Gateways::declared)
                .orElse(List.of());
    }

    private static List<Setting> declared(Provider provider) {
        try {
            return ProviderCalls.settings(provider);
        } catch (ProviderFailed e) {
            throw new ProblemException(ProblemType.NOT_POSSIBLE_NOW, e.sentence());
        }
    }

    private GatewayView view(GatewayAccount account) {
        return GatewayViews.view(account, plugins, cipher);
    }
}
