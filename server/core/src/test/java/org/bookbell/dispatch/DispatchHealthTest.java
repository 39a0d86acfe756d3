package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bookbell.dispatch.GatewayHealth.State;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatchHealthTest {

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final DispatchHealth health = house.health();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void without_due_messages_there_is_no_lag() {
        house.aMessage().dueAt(database.clock().instant().plusSeconds(60)).planned();

        assertThat(health.lag()).isZero();
    }

    @Test
    void the_oldest_due_message_is_the_lag() {
        house.aMessage().planned();
        database.clock().advance(Duration.ofMinutes(3));
        house.aMessage().planned();

        assertThat(health.lag()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void a_gateway_in_order_is_ready() {
        house.gateway("main", 1);

        assertThat(health.listGateways()).extracting(GatewayHealth::state).containsExactly(State.READY);
        assertThat(health.hasGateway(PluginKind.SMS)).isTrue();
        assertThat(health.hasGateway(PluginKind.EMAIL)).isFalse();
    }

    @Test
    void a_gateway_that_fails_over_one_destination_can_be_used_for_the_others() {
        house.gateway("main", 1);
        fails("+41");

        assertThat(health.listGateways()).singleElement().satisfies(gateway -> {
            assertThat(gateway.state()).isEqualTo(State.READY);
            assertThat(gateway.fault())
                    .hasValueSatisfying(fault -> assertThat(fault).contains("to +41"));
        });
    }

    @Test
    void a_gateway_that_fails_over_all_destinations_is_degraded() {
        house.gateway("main", 1);
        fails("+41");
        fails("");

        assertThat(health.listGateways()).extracting(GatewayHealth::state).containsExactly(State.DEGRADED);
    }

    private void fails(String destination) {
        house.update(
                "INSERT INTO gateway_standing (gateway, destination, degraded_at, judged, missed, ban_sum, decline_sum,"
                        + " run_judged, run_missed, recovery, changed_at)"
                        + " VALUES ('main', ?, ?, 0, 0, 0, 0, 0, 0, 0, ?)",
                destination,
                database.clock().instant(),
                database.clock().instant());
    }

    @Test
    void a_gateway_that_keeps_failing_is_spared() {
        var gateway = house.gateway("main", 1);
        gateway.answers(sms -> SubmitResult.refused(RefusalReason.UNAVAILABLE, "503", ""));
        for (int i = 0; i < 20; i++) {
            house.aMessage().planned();
        }

        house.drain();

        assertThat(health.listGateways()).extracting(GatewayHealth::state).containsExactly(State.SPARED);
    }
}
