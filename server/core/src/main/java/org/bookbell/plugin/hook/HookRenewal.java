package org.bookbell.plugin.hook;

import jakarta.inject.Inject;
import org.bookbell.audit.Actor;
import org.bookbell.plugin.gateway.GatewayAudit;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** Gives a gateway a new address for its provider; the former one is refused at once on this node, and within a second on others. */
@UseCase
public class HookRenewal {

    private final Sql sql;
    private final GatewayAudit audit;

    @Inject
    public HookRenewal(Sql sql, GatewayAudit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** The gateway is opened anew too, since it may have told its provider the address. */
    public void renew(Actor actor, String gateway) {
        if (sql.update("UPDATE gateway SET version = version + 1 WHERE name = ?", gateway) == 0) {
            throw ProblemException.notFound("gateway");
        }
        if (sql.update("UPDATE gateway_hook SET token_version = token_version + 1 WHERE gateway = ?", gateway) == 0) {
            sql.update("INSERT INTO gateway_hook (gateway, token_version) VALUES (?, 1)", gateway);
        }
        var owner = sql.count("SELECT organization_id FROM gateway WHERE name = ?", gateway);
        audit.record(actor, owner, "hookRenewed", gateway);
    }
}
