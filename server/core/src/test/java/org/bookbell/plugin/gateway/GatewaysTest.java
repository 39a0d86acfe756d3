package org.bookbell.plugin.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.bookbell.audit.Actor;
import org.bookbell.plugin.PluginHouse;
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
    private final PluginHouse house = new PluginHouse(database, (gateway, receipts, replies) -> {});
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
    void a_changed_gateway_is_opened_anew_and_the_old_one_closed() throws InterruptedException {
        var before = house.add("main", 1);
        var version = database.inTransaction(() -> gateways.get("main")).version();

        database.inTransaction(() -> gateways.change(
                Actor.system(), "main", new GatewayChange(version, Optional.empty(), Map.of("account", "2"), true, 1)));
        house.open().refresh();
        house.open().list(PluginKind.SMS);

        assertThat(house.provider().gateway("main")).isNotSameAs(before);
        assertThat(before.awaitClosed()).isTrue();
        house.close();
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

    @Test
    void two_organizations_give_the_same_name_and_learn_nothing_of_each_other() {
        found(7, "practice");
        found(8, "school");
        add(Map.of());

        var practices = addOf(house, 7, "main");
        var schools = addOf(house, 8, "main");

        assertThat(practices.name()).isEqualTo("practice.main");
        assertThat(schools.name()).isEqualTo("school.main");
        assertThat(practices.owner()).contains("practice");
        assertThat(house.hooks().of(PluginKind.SMS, "practice.main").getPath()).startsWith("/hooks/sms/practice.main/");
        assertThat(database.<List<GatewayView>>inTransaction(() -> gateways.list(7)))
                .extracting(GatewayView::name)
                .containsExactly("practice.main");
        for (var foreign : List.of("school.main", "main", "nothing")) {
            assertThatThrownBy(() -> database.inTransaction(() -> gateways.get(7, foreign)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_FOUND));
        }
        assertThat(house.open().find("practice.main").orElseThrow().serves(8)).isFalse();
    }

    @Test
    void a_name_that_looks_like_an_organizations_is_refused() {
        found(7, "practice");
        var wrong = new NewGateway("practice.main", PluginKind.SMS, "recording", Optional.empty(), Map.of(), 1);

        for (long owner : List.of(0L, 7L)) {
            assertThatThrownBy(() -> database.inTransaction(() -> gateways.add(Actor.system(), owner, wrong)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.faults())
                                    .extracting(Fault::pointer)
                                    .containsExactly("/name"));
        }
    }

    @Test
    void the_longest_name_of_the_longest_slug_is_kept() {
        found(7, "s".repeat(60));

        assertThat(addOf(house, 7, "n".repeat(40)).name()).hasSize(101);
    }

    @Test
    void an_organization_has_twenty_gateways_at_most() {
        found(7, "practice");
        IntStream.range(0, 20).forEach(i -> addOf(house, 7, "own-" + i));

        assertThatThrownBy(() -> addOf(house, 7, "one-more"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_POSSIBLE_NOW));
    }

    @Test
    void a_provider_that_organizations_may_not_use_is_refused_and_closed() {
        found(7, "practice");
        addOf(house, 7, "own");
        var strict = new PluginHouse(database, (gateway, receipts, replies) -> {}, "letters, smtp");

        assertThatThrownBy(() -> addOf(strict, 7, "other"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/provider"));
        assertThat(strict.open().check("practice.own").outcome()).isEqualTo(Outcome.FAILS);
        assertThat(strict.open().find("practice.own").orElseThrow().fault().orElseThrow())
                .contains("bookbell.gateway.ownProviders");
        assertThat(strict.add("servers", 1)).isNotNull();
    }

    @Test
    void a_host_of_an_organizations_that_never_answers_keeps_nobody_waiting() {
        found(7, "practice");
        var answering = new CountDownLatch(1);
        house.provider().waitsFor("practice.slow", answering);
        addOf(house, 7, "slow");

        var main = house.add("main", 1);

        assertThat(house.open().find("main").orElseThrow().gateway()).containsSame(main);
        assertThat(house.open().find("practice.slow").orElseThrow().fault()).contains("It is being opened.");
        answering.countDown();
        assertThat(house.open().check("practice.slow").outcome()).isEqualTo(Outcome.WORKS);
    }

    private void found(long id, String slug) {
        database.inTransaction(() -> database.sql()
                .update(
                        "INSERT INTO organization (id, slug, name, zone, locale, country, quiet_from_minute,"
                                + " quiet_to_minute, late_booking, consent_text, created_at, version)"
                                + " VALUES (?, ?, 'Practice', 'Europe/Berlin', 'en', 'DE', 1260, 480, 'SEND_NOW', '',"
                                + " ?, 0)",
                        id,
                        slug,
                        database.clock().instant()));
    }

    private GatewayView addOf(PluginHouse where, long organization, String name) {
        return database.inTransaction(() -> where.gateways()
                .add(
                        Actor.system(),
                        organization,
                        new NewGateway(name, PluginKind.SMS, "recording", Optional.empty(), Map.of(), 1)));
    }

    private GatewayView add(Map<String, String> settings) {
        return database.inTransaction(() -> gateways.add(
                Actor.system(), 0, new NewGateway("main", PluginKind.SMS, "recording", Optional.empty(), settings, 1)));
    }
}
