package org.bookbell.dispatch.failover;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bookbell.dispatch.routing.Orders;
import org.bookbell.plugin.gateway.OpenGateway;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.storage.JobsDatabase;

/** The gateways that anything is sent over: one that is switched off, or in no route, can never prove itself. */
@Dependent
class GatewaysInUse {

    private final JobsDatabase database;
    private final OpenGateways gateways;
    private final Orders orders;

    @Inject
    GatewaysInUse(JobsDatabase database, OpenGateways gateways, Orders orders) {
        this.database = database;
        this.gateways = gateways;
        this.orders = orders;
    }

    List<OpenGateway> list() {
        var canaries = Set.copyOf(database.withoutTransaction(
                sql -> sql.list("SELECT gateway FROM canary", row -> row.getText("gateway"))));
        return Stream.of(PluginKind.SMS, PluginKind.EMAIL)
                .map(gateways::list)
                .flatMap(enabled ->
                        enabled.stream().filter(each -> canaries.contains(each.name()) || orders.uses(each, enabled)))
                .toList();
    }

    /** Whether receipts may tell how {@code gateway} does, as far as is known while it is not open. */
    static boolean mayGiveReceipts(OpenGateway gateway) {
        return gateway.gateway().isEmpty() || gateway.has(Ability.RECEIPTS);
    }
}
