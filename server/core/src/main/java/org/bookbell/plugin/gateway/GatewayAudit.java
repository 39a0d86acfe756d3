package org.bookbell.plugin.gateway;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;

/** Writes down who changed a gateway, and lets this node know of it once the change is committed. */
@Dependent
public class GatewayAudit {

    private final Audit audit;
    private final Event<Changed> changed;

    @Inject
    public GatewayAudit(Audit audit, Event<Changed> changed) {
        this.audit = audit;
        this.changed = changed;
    }

    /** In the running transaction a gateway was added or changed. */
    public record Changed() {}

    /** Records {@code action}, such as {@code added}, on the gateway {@code name}. */
    public void record(Actor actor, long organizationId, String action, String name) {
        audit.record(actor, organizationId, "gateway." + action, "gateway", 0, name);
        changed.fire(new Changed());
    }
}
