package org.bookbell.web.gateway;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.plugin.hook.HookAddresses;
import org.bookbell.plugin.hook.HookRenewal;
import org.bookbell.spi.gateway.Ability;

/** The address that an operator gives to a gateway's provider. */
@Dependent
class HookAddressShown {

    private final OpenGateways open;
    private final HookAddresses addresses;
    private final HookRenewal renewal;

    @Inject
    HookAddressShown(OpenGateways open, HookAddresses addresses, HookRenewal renewal) {
        this.open = open;
        this.addresses = addresses;
        this.renewal = renewal;
    }

    /** The address of {@code gateway}, if it is in use and reads what its provider sends. */
    Optional<String> find(GatewayView gateway) {
        return open.find(gateway.name())
                .filter(found -> found.has(Ability.HOOK))
                .map(found -> addresses.of(found.kind(), found.name()).toString());
    }

    /** Makes the former address useless. */
    void renew(Actor actor, String gateway) {
        renewal.renew(actor, gateway);
    }
}
