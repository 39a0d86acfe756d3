package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.routing.Route;
import org.bookbell.dispatch.routing.RouteEffect;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which gateway a message goes over first; the number of these tests is in Germany, +49. */
class RoutesTest {

    private static final Actor OPERATOR = Actor.member(1);
    private static final long SERVER = 0;

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private RecordingSmsGateway first;
    private RecordingSmsGateway second;

    @BeforeEach
    void open() {
        first = house.gateway("first", 1);
        second = house.gateway("second", 2);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void without_a_route_gateways_are_tried_by_position() {
        send();

        assertThat(first.submissions()).hasSize(1);
    }

    @Test
    void the_longest_prefix_decides() {
        put("", "first");
        put("+4", "first");
        put("+49", "second", "first");
        put("+41", "first");

        send();

        assertThat(second.submissions()).hasSize(1);
    }

    @Test
    void a_gateway_that_a_route_does_not_name_is_not_used() {
        put("+49", "second");
        second.answers(sms -> SubmitResult.refused(RefusalReason.UNAVAILABLE, "503", ""));

        send();

        assertThat(first.submissions()).isEmpty();
    }

    @Test
    void where_no_gateway_of_a_route_is_enabled_any_other_is_better_than_none() {
        put("+49", "second");
        database.inTransaction(() -> house.plugins().gateways().disable(OPERATOR, "second"));
        house.plugins().open().refresh();

        send();

        assertThat(first.submissions()).hasSize(1);
    }

    @Test
    void one_action_makes_a_gateway_the_primary_for_the_next_message() {
        send();
        database.inTransaction(() -> house.routeTable().makePrimary(OPERATOR, SERVER, "second"));
        house.refreshRoutes();

        send();

        assertThat(first.submissions()).hasSize(1);
        assertThat(second.submissions()).hasSize(1);
        assertThat(list()).containsExactly(new Route(SERVER, Channel.SMS, "", List.of("second", "first")));
    }

    @Test
    void a_preview_tells_how_many_messages_of_the_week_would_move() {
        house.aMessage().planned();
        house.aMessage().planned();
        house.aMessage()
                .dueAt(database.clock().instant().plusSeconds(8 * 86_400))
                .planned();

        assertThat(preview("", "second", "first")).containsExactly(new RouteEffect("first", "second", 2));
        assertThat(preview("+49", "second")).containsExactly(new RouteEffect("first", "second", 2));
        assertThat(preview("+41", "second")).isEmpty();
        assertThat(preview("", "first", "second")).isEmpty();
        assertThat(database.<List<RouteEffect>>inTransaction(
                        () -> house.routeTable().previewPrimary(SERVER, "second")))
                .hasSize(1);

        put("+49", "first");
        assertThat(preview("", "second")).as("but for those of a longer prefix").isEmpty();
        assertThat(list()).hasSize(1);
    }

    @Test
    void a_route_without_gateways_is_removed() {
        put("+49", "second");
        put("+49");

        assertThat(list()).isEmpty();
    }

    @Test
    void what_cannot_be_is_told_at_once() {
        var wrong = new Route(SERVER, Channel.SMS, "49", List.of("second", "third", "second"));

        assertThatThrownBy(() -> database.inTransaction(() -> house.routeTable().put(OPERATOR, wrong)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.faults())
                                .extracting(fault -> fault.pointer())
                                .containsExactlyInAnyOrder("/prefix", "/gateways", "/gateways/1"));
    }

    @Test
    void an_organizations_own_gateways_come_first_in_the_order_of_its_own_route() {
        var own = house.gatewayOf(DispatchHouse.ORGANIZATION, "own");
        put("", "second");

        send();

        assertThat(own.submissions()).hasSize(1);
        assertThat(second.submissions()).isEmpty();
    }

    @Test
    void an_organization_orders_its_own_gateways_and_no_others() {
        house.gatewayOf(DispatchHouse.ORGANIZATION, "own");
        house.gatewayOf(8, "own");
        var foreign = new Route(
                DispatchHouse.ORGANIZATION, Channel.SMS, "", List.of("practice-7.own", "practice-8.own", "first"));

        assertThatThrownBy(() -> database.inTransaction(() -> house.routeTable().put(OPERATOR, foreign)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.faults())
                                .extracting(fault -> fault.pointer() + fault.detail())
                                .containsExactly(
                                        "/gateways/1There is no gateway \"practice-8.own\" for this channel here; there are:"
                                                + " practice-7.own.",
                                        "/gateways/2There is no gateway \"first\" for this channel here; there are:"
                                                + " practice-7.own."));
        assertThatThrownBy(() -> database.inTransaction(
                        () -> house.routeTable().makePrimary(OPERATOR, DispatchHouse.ORGANIZATION, "practice-8.own")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
    }

    @Test
    void a_preview_of_the_servers_order_leaves_out_who_sends_over_its_own() {
        house.aMessage().planned();
        house.gatewayOf(8, "own");
        house.aMessage().of(8).planned();

        assertThat(preview("", "second", "first")).containsExactly(new RouteEffect("first", "second", 1));
    }

    private void send() {
        house.aMessage().planned();
        house.drain();
    }

    private void put(String prefix, String... gateways) {
        database.inTransaction(
                () -> house.routeTable().put(OPERATOR, new Route(SERVER, Channel.SMS, prefix, List.of(gateways))));
        house.refreshRoutes();
    }

    private List<RouteEffect> preview(String prefix, String... gateways) {
        return database.inTransaction(
                () -> house.routeTable().preview(new Route(SERVER, Channel.SMS, prefix, List.of(gateways))));
    }

    private List<Route> list() {
        return database.inTransaction(() -> house.routeTable().list(SERVER));
    }
}
