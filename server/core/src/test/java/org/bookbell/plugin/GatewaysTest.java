package org.bookbell.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.spi.gateway.CheckResult.Outcome;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewaysTest {

    private final TestDatabase database = TestDatabase.h2();
    private final PluginHouse house = new PluginHouse(database, (gateway, receipt) -> {});
    private final Gateways gateways = house.gateways();

    @AfterEach
    void close() {
        house.close();
        database.close();
    }

    @Test
    void a_secret_is_kept_encrypted_and_never_shown() {
        var added = add(Map.of("account", "AC1", "password", "swordfish"));

        var column = database.inTransaction(
                () -> database.sql().find("SELECT settings FROM gateway", row -> row.getText("settings")));
        assertThat(column.orElseThrow()).doesNotContain("swordfish").doesNotContain("AC1");
        assertThat(added.settings()).containsExactly(Map.entry("account", "AC1"));
        assertThat(added.secrets()).containsExactly("password");
        assertThat(added.toString()).doesNotContain("swordfish");
    }

    @Test
    void a_gateway_is_opened_with_its_settings_and_the_defaults() {
        add(Map.of("account", "AC1", "password", "swordfish"));

        var open = house.open().list(PluginKind.SMS);

        assertThat(open).extracting(OpenGateway::name).containsExactly("main");
        assertThat(house.provider().gateway("main").context().settings().asMap())
                .containsExactlyInAnyOrderEntriesOf(Map.of("account", "AC1", "password", "swordfish", "parts", "3"));
    }

    @Test
    void all_faults_of_a_new_gateway_are_told_at_once() {
        var wrong = new NewGateway(
                "My Gateway", PluginKind.SMS, "recording", Optional.empty(), Map.of("parts", "many"), -1);

        assertThatThrownBy(() -> database.inTransaction(() -> gateways.add(Actor.system(), 0, wrong)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/name", "/position", "/settings/parts"));
    }

    @Test
    void a_name_is_given_once() {
        add(Map.of());

        assertThatThrownBy(() -> add(Map.of()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.ALREADY_EXISTS));
    }

    @Test
    void a_secret_that_is_left_blank_stays() {
        var added = add(Map.of("account", "AC1", "password", "swordfish"));

        database.inTransaction(() -> gateways.change(
                Actor.system(),
                "main",
                new GatewayChange(added.version(), Optional.empty(), Map.of("account", "AC2"), true, 1)));
        house.open().refresh();
        house.open().list(PluginKind.SMS);

        assertThat(house.provider().gateway("main").context().settings().asMap())
                .containsEntry("account", "AC2")
                .containsEntry("password", "swordfish");
    }

    @Test
    void a_stale_change_is_refused() {
        var added = add(Map.of());
        var change = new GatewayChange(added.version(), Optional.empty(), Map.of(), true, 1);
        database.inTransaction(() -> gateways.change(Actor.system(), "main", change));

        assertThatThrownBy(() -> database.inTransaction(() -> gateways.change(Actor.system(), "main", change)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.STALE_VERSION));
    }

    @Test
    void a_changed_gateway_is_opened_anew_and_the_old_one_closed() {
        var before = house.add("main", 1);
        var version = database.inTransaction(() -> gateways.get("main")).version();

        database.inTransaction(() -> gateways.change(
                Actor.system(), "main", new GatewayChange(version, Optional.empty(), Map.of("account", "2"), true, 1)));
        house.open().refresh();
        house.open().list(PluginKind.SMS);

        assertThat(house.provider().gateway("main")).isNotSameAs(before);
        house.close();
        assertThat(before.isClosed()).isTrue();
    }

    @Test
    void a_disabled_gateway_is_not_used() {
        house.add("main", 1);

        database.inTransaction(() -> gateways.disable(Actor.system(), "main"));
        house.open().refresh();

        assertThat(house.open().list(PluginKind.SMS)).isEmpty();
    }

    @Test
    void gateways_are_tried_in_their_order() {
        house.add("second", 2);
        house.add("first", 1);

        assertThat(house.open().list(PluginKind.SMS))
                .extracting(OpenGateway::name)
                .containsExactly("first", "second");
    }

    @Test
    void a_gateway_that_does_not_open_says_why() {
        house.provider().breaks();
        add(Map.of());

        var open = house.open().find("main").orElseThrow();

        assertThat(open.gateway()).isEmpty();
        assertThat(open.fault().orElseThrow()).contains("failed to open the account with IllegalStateException");
        assertThat(house.open().check("main").outcome()).isEqualTo(Outcome.FAILS);
    }

    @Test
    void a_check_asks_the_provider() {
        house.add("main", 1);

        assertThat(house.open().check("main").outcome()).isEqualTo(Outcome.WORKS);
    }

    @Test
    void a_gateway_may_be_checked_as_soon_as_it_is_added() {
        house.open().list(PluginKind.SMS);
        add(Map.of());

        assertThat(house.open().check("main").outcome()).isEqualTo(Outcome.WORKS);
    }

    private GatewayView add(Map<String, String> settings) {
        return database.inTransaction(() -> gateways.add(
                Actor.system(), 0, new NewGateway("main", PluginKind.SMS, "recording", Optional.empty(), settings, 1)));
    }
}
