package org.bookbell.web.gateway;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bookbell.audit.Actor;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.plugin.gateway.NewGateway;
import org.bookbell.plugin.gateway.OpenGateway;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.Input;

/** What the API does with gateways once it is known that the caller may; whoever calls has found them. */
@Dependent
class GatewayAnswers {

    private final Gateways gateways;
    private final OpenGateways open;
    private final HookAddressShown hooks;
    private final Creation creation;

    @Inject
    GatewayAnswers(Gateways gateways, OpenGateways open, HookAddressShown hooks, Creation creation) {
        this.gateways = gateways;
        this.open = open;
        this.hooks = hooks;
        this.creation = creation;
    }

    Listing<GatewayJson> list(List<GatewayView> some) {
        return Listing.all(some.stream().map(this::shown).toList());
    }

    Response add(Actor actor, long organizationId, NewGateway added) {
        return creation.answer(() -> {
            var gateway = gateways.add(actor, organizationId, added);
            return GatewayJson.of(gateway, hooks.find(gateway), gateway.fault());
        });
    }

    Response show(GatewayView gateway) {
        return Versions.answer(shown(gateway), gateway.version());
    }

    Response change(Actor actor, GatewayView current, Input in, HttpHeaders headers) {
        var change = GatewayInput.readChange(in, Versions.seen(headers, current.version()), current);
        in.orThrow();
        return show(gateways.change(actor, current.name(), change));
    }

    /** Asks the provider whether it would accept messages now. */
    CheckResult check(GatewayView gateway) {
        return open.check(gateway.name());
    }

    /** Makes the address for the provider anew, for one that became known to others. */
    Response renewHookAddress(Actor actor, GatewayView gateway) {
        hooks.renew(actor, gateway.name());
        return show(gateways.get(gateway.name()));
    }

    /** With what is wrong with its connection, unless that was opened with other settings. */
    private GatewayJson shown(GatewayView gateway) {
        var fault = open.find(gateway.name())
                .filter(each -> each.version() == gateway.version())
                .flatMap(OpenGateway::fault)
                .or(gateway::fault);
        return GatewayJson.of(gateway, hooks.find(gateway), fault);
    }
}
