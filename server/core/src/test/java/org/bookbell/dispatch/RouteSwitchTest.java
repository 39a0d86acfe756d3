package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.routing.Orders;
import org.bookbell.plugin.gateway.OpenGateway;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An operator makes another gateway the primary on one node, and another node has messages to send. */
class RouteSwitchTest {

    private static final String NUMBER = "+4915112345678";
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final Orders ofAnotherNode = new Orders(database.jobsDatabase());

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void every_node_sends_over_the_new_primary_within_five_seconds() {
        house.gateway("first", 1);
        house.gateway("second", 2);
        assertThat(order()).as("as the other node knows it").containsExactly("first", "second");

        database.inTransaction(() -> house.routeTable().makePrimary(Actor.member(1), 0, "second"));

        await().atMost(PROMISED).untilAsserted(() -> assertThat(order()).containsExactly("second", "first"));
    }

    private List<String> order() {
        var gateways = house.plugins().open().list(PluginKind.SMS);
        return ofAnotherNode.of(DispatchHouse.ORGANIZATION, Channel.SMS, NUMBER, gateways).stream()
                .map(OpenGateway::name)
                .toList();
    }
}
