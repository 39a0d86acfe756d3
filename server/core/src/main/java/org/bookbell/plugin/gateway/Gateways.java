package org.bookbell.plugin.gateway;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.ProviderCalls;
import org.bookbell.plugin.ProviderCalls.ProviderFailed;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.spi.Provider;
import org.bookbell.spi.Setting;
import org.bookbell.spi.Settings;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/**
 * The accounts that the server sends through. An account is added with settings its provider finds no fault with, may be
 * changed and disabled, and is never removed, since attempts name it. Changes are taken up by every node within a
 * second.
 */
@UseCase
public class Gateways {

    /** Each costs connections and threads. */
    private static final int MOST_OWN = 20;

    private final Sql sql;
    private final Plugins plugins;
    private final OwnProviders ownProviders;
    private final SettingsCipher cipher;
    private final GatewayAudit audit;
    private final Clock clock;

    @Inject
    public Gateways(
            Sql sql,
            Plugins plugins,
            OwnProviders ownProviders,
            SettingsCipher cipher,
            GatewayAudit audit,
            Clock clock) {
        this.sql = sql;
        this.plugins = plugins;
        this.ownProviders = ownProviders;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds an enabled gateway for {@code organizationId}, or for all organizations if that is 0. An organization's is
     * named after it, so that organizations neither take each other's names nor learn of them.
     */
    public GatewayView add(Actor actor, long organizationId, NewGateway gateway) {
        var faults = new Faults();
        GatewayChecks.name(faults, gateway.name());
        GatewayChecks.common(faults, gateway.sender().orElse(""), gateway.position());
        var settings = Settings.of(gateway.settings());
        usable(faults, organizationId, gateway.kind(), gateway.provider())
                .ifPresent(provider -> GatewayChecks.settings(faults, provider, settings));
        faults.throwIfAny();
        var name = organizationId == 0 ? gateway.name() : slug(organizationId) + "." + gateway.name();
        if (find(name).isPresent()) {
            throw new ProblemException(
                    ProblemType.ALREADY_EXISTS, "There is a gateway " + name + " already; choose another name.");
        }
        requireRoom(organizationId);
        sql.update(
                "INSERT INTO gateway (" + GatewayAccount.COLUMNS
                        + ", changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                name,
                organizationId,
                gateway.kind(),
                gateway.provider(),
                gateway.sender().orElse(null),
                cipher.encrypt(name, settings),
                true,
                gateway.position(),
                0,
                clock.instant());
        audit.record(actor, organizationId, "added", name);
        return get(name);
    }

    private Optional<Provider> usable(Faults faults, long organizationId, PluginKind kind, String name) {
        if (!ownProviders.allows(organizationId, name)) {
            faults.add("/provider", OwnProviders.refusal(name));
            return Optional.empty();
        }
        var provider = plugins.findProvider(kind, name);
        faults.check(
                provider.isPresent(), "/provider", "There is no provider \"" + name + "\"; see the list of plugins.");
        return provider;
    }

    private String slug(long organizationId) {
        return sql.find("SELECT slug FROM organization WHERE id = ?", row -> row.getText("slug"), organizationId)
                .orElseThrow(() -> ProblemException.notFound("organization"));
    }

    private void requireRoom(long organizationId) {
        if (organizationId != 0
                && sql.count("SELECT COUNT(*) FROM gateway WHERE organization_id = ?", organizationId) >= MOST_OWN) {
            throw new ProblemException(
                    ProblemType.NOT_POSSIBLE_NOW,
                    "There are " + MOST_OWN + " gateways already, and no more are possible; change one of them.");
        }
    }

    /** Changes a gateway; the new settings are used at once, on other nodes within a second. */
    public GatewayView change(Actor actor, String name, GatewayChange change) {
        var account = find(name).orElseThrow(() -> ProblemException.notFound("gateway"));
        var faults = new Faults();
        GatewayChecks.common(faults, change.sender().orElse(""), change.position());
        var settings = withKeptSecrets(account, change);
        if (change.enabled()) {
            requireAllowed(account);
            plugins.findProvider(account.kind(), account.provider())
                    .ifPresent(known -> GatewayChecks.settings(faults, known, settings));
        }
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
        audit.record(actor, account.organizationId(), "changed", name);
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
        if (enabled) {
            requireAllowed(account);
        }
        sql.update(
                "UPDATE gateway SET enabled = ?, changed_at = ?, version = version + 1 WHERE name = ?",
                enabled,
                clock.instant(),
                name);
        var action = enabled ? "enabled" : "disabled";
        audit.record(actor, account.organizationId(), action, name);
        return get(name);
    }

    private void requireAllowed(GatewayAccount account) {
        if (!ownProviders.allows(account.organizationId(), account.provider())) {
            throw new ProblemException(ProblemType.NOT_POSSIBLE_NOW, OwnProviders.refusal(account.provider()));
        }
    }

    /** All gateways in the order in which they are tried, the server's and everybody's. */
    public List<GatewayView> list() {
        return list("", new Object[0]);
    }

    /** Those of an organization, or the server's for 0, in the order in which they are tried. */
    public List<GatewayView> list(long organizationId) {
        return list(" WHERE organization_id = ?", organizationId);
    }

    private List<GatewayView> list(String condition, Object... parameters) {
        return sql
                .list(
                        "SELECT " + GatewayAccount.COLUMNS + " FROM gateway" + condition
                                + " ORDER BY channel, position, name",
                        GatewayAccount::read,
                        parameters)
                .stream()
                .map(this::view)
                .toList();
    }

    /** One of an organization's; to it, others' do not exist. */
    public GatewayView get(long organizationId, String name) {
        return find(name)
                .filter(account -> account.organizationId() == organizationId)
                .map(this::view)
                .orElseThrow(() -> ProblemException.notFound("gateway"));
    }

    /** Any gateway, whosever it is. */
    public GatewayView get(String name) {
        return find(name).map(this::view).orElseThrow(() -> ProblemException.notFound("gateway"));
    }

    /** Whether the server has any gateway of {@code kind}, enabled or not. */
    public boolean hasAny(PluginKind kind) {
        return sql.count("SELECT COUNT(*) FROM gateway WHERE channel = ? AND organization_id = 0", kind) > 0;
    }

    private Optional<GatewayAccount> find(String name) {
        return sql.find(
                "SELECT " + GatewayAccount.COLUMNS + " FROM gateway WHERE name = ?", GatewayAccount::read, name);
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
        return GatewayViews.view(account, plugins, ownProviders, cipher);
    }
}
