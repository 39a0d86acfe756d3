package org.bookbell.dispatch.receipt;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.bookbell.plugin.gateway.OpenGateway;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.plugin.gateway.ReceiptSink;
import org.bookbell.plugin.hook.HookAddresses;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.Reply;

/**
 * Takes calls of providers: whoever knows the token of the address, or signs what a gateway verifies, is believed. What a
 * call says is stored when the method returns.
 */
@Dependent
public class Hooks {

    private final OpenGateways gateways;
    private final HookAddresses addresses;
    private final HookReading reading;
    private final ReceiptSink receipts;

    @Inject
    Hooks(OpenGateways gateways, HookAddresses addresses, HookReading reading, ReceiptSink receipts) {
        this.gateways = gateways;
        this.addresses = addresses;
        this.reading = reading;
        this.receipts = receipts;
    }

    /**
     * Takes one call.
     *
     * @param token of the address, if it holds one
     * @throws RuntimeException if what was understood could not be stored; the provider should call again
     */
    public HookOutcome take(PluginKind kind, String gateway, Optional<String> token, HookRequest request) {
        var isToken = token.filter(given -> addresses.isToken(gateway, given)).isPresent();
        if (token.isPresent() && !isToken) {
            return new HookOutcome.Unknown();
        }
        var open = gateways.find(gateway);
        if (open.filter(found -> found.kind() != kind).isPresent()) {
            return new HookOutcome.Unknown();
        }
        if (open.flatMap(OpenGateway::gateway).isEmpty()) {
            // whoever knows the token may know that it is switched off, and calls again
            return isToken ? new HookOutcome.Unready() : new HookOutcome.Unknown();
        }
        var reader = open.get();
        var mayCall = reader.has(Ability.HOOK) && (isToken || reader.has(Ability.SIGNED_HOOK));
        return mayCall ? read(reader, request) : new HookOutcome.Unknown();
    }

    private HookOutcome read(OpenGateway open, HookRequest request) {
        var result = reading.read(open.name(), open.gateway().orElseThrow(), request);
        return result.map(understood -> settle(open, understood)).orElseGet(HookOutcome.Unready::new);
    }

    private HookOutcome settle(OpenGateway open, HookResult result) {
        if (result instanceof HookResult.Forged forged) {
            return new HookOutcome.Forged(forged.detail());
        }
        if (result instanceof HookResult.Malformed malformed) {
            return new HookOutcome.Malformed(malformed.detail());
        }
        var understood = (HookResult.Understood) result;
        var replies = open.kind() == PluginKind.SMS ? understood.replies() : List.<Reply>of();
        receipts.receive(open.name(), understood.receipts(), replies);
        return new HookOutcome.Taken(understood.answer());
    }
}
