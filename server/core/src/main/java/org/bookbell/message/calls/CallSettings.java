package org.bookbell.message.calls;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps what organizations decided about their calls; for those that did not the server decides. */
@UseCase
public class CallSettings {

    /** How many addresses an organization may name. */
    public static final int MOST_ADDRESSES = 10;

    private static final String SEPARATOR = " ";

    private final Sql sql;
    private final Audit audit;
    private final UnknownPolicy usual;

    @Inject
    public CallSettings(
            Sql sql,
            Audit audit,
            @ConfigProperty(name = "bookbell.call-list.unknown", defaultValue = "CALL_LIST") String usual) {
        this.sql = sql;
        this.audit = audit;
        this.usual = parse(usual);
    }

    /** What a server's setting means; {@code true} and {@code false} are how it was written first. */
    public static UnknownPolicy parse(String setting) {
        return switch (setting.strip()) {
            case "true" -> UnknownPolicy.CALL_LIST;
            case "false" -> UnknownPolicy.LEAVE;
            default -> UnknownPolicy.valueOf(setting.strip());
        };
    }

    public CallPolicy get(long organizationId) {
        return sql.find(
                        "SELECT unknown_policy, alert_addresses, version FROM call_settings WHERE organization_id = ?",
                        CallSettings::read,
                        organizationId)
                .orElse(CallPolicy.NONE);
    }

    /** What is done about unknown messages of those who decided nothing. */
    public UnknownPolicy usual() {
        return usual;
    }

    /**
     * Replaces what was decided, if it is still as the caller saw it.
     *
     * @param policy {@link CallPolicy#version()} is what the caller saw; the addresses are in lower case
     */
    public CallPolicy change(Actor actor, long organizationId, CallPolicy policy) {
        var faults = new Faults();
        faults.check(
                policy.alertAddresses().size() <= MOST_ADDRESSES,
                "/alertAddresses",
                "At most " + MOST_ADDRESSES + " addresses can be told.");
        faults.throwIfAny();
        if (write(organizationId, policy) == 0) {
            throw new ProblemException(
                    ProblemType.STALE_VERSION,
                    "The settings were changed meanwhile; read them again, then change them.");
        }
        audit.record(
                actor,
                organizationId,
                "callSettings.changed",
                "organization",
                organizationId,
                policy.unknown().map(Enum::name).orElse("usual"));
        return get(organizationId);
    }

    private int write(long organizationId, CallPolicy policy) {
        var unknown = policy.unknown().map(Enum::name).orElse(null);
        var addresses = String.join(SEPARATOR, policy.alertAddresses());
        if (policy.version() == 0) {
            return sql.update(
                    "INSERT INTO call_settings (organization_id, unknown_policy, alert_addresses, version)"
                            + " SELECT o.id, ?, ?, 1 FROM organization o WHERE o.id = ? AND NOT EXISTS"
                            + " (SELECT 1 FROM call_settings s WHERE s.organization_id = o.id)",
                    unknown,
                    addresses,
                    organizationId);
        }
        return sql.update(
                "UPDATE call_settings SET unknown_policy = ?, alert_addresses = ?, version = version + 1"
                        + " WHERE organization_id = ? AND version = ?",
                unknown,
                addresses,
                organizationId,
                policy.version());
    }

    private static CallPolicy read(Row row) throws SQLException {
        var addresses = row.getText("alert_addresses");
        return new CallPolicy(
                row.findText("unknown_policy").map(UnknownPolicy::valueOf),
                addresses.isBlank() ? List.of() : List.of(addresses.split(SEPARATOR, -1)),
                row.getLong("version"));
    }
}
