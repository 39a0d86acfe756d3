package org.bookbell.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.access.member.Addressees;
import org.bookbell.audit.Actor;
import org.bookbell.dispatch.failover.FailingGateway;
import org.bookbell.dispatch.failover.GatewaysWatched;
import org.bookbell.storage.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusTest {

    private static final Actor OPERATOR = Actor.member(1);

    private final StatusHouse house = new StatusHouse();
    private final TestDatabase database = house.database;
    private final Incidents incidents = house.incidents;
    private final long practice = house.practice;
    private final long school = house.school;

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void an_incident_opens_and_closes_with_what_fails_however_often_that_is_told() {
        house.keep(house.failing("phones"));
        house.keep(house.failing("phones"));
        house.keep(house.failing("phones"), house.failing("second"));

        assertThat(house.list()).extracting(Incident::gateway).containsExactlyInAnyOrder("phones", "second");
        assertThat(house.list()).allMatch(Incident::isOpen);

        database.clock().advance(Duration.ofMinutes(10));
        house.keep(house.failing("second"));

        assertThat(house.list())
                .filteredOn(Incident::isOpen)
                .extracting(Incident::gateway)
                .containsExactly("second");
        assertThat(house.list())
                .filteredOn(each -> !each.isOpen())
                .singleElement()
                .satisfies(ended ->
                        assertThat(ended.closedAt()).contains(database.clock().instant()));
    }

    @Test
    void a_gateway_that_fails_again_opens_a_new_incident() {
        house.keep(house.failing("phones"));
        house.keep();
        house.keep(house.failing("phones"));

        assertThat(house.list()).extracting(Incident::isOpen).containsExactly(true, false);
    }

    @Test
    void what_ends_because_a_gateway_is_used_no_more_is_not_told_as_if_it_worked() {
        watch(house.failing("phones"));

        house.book.keep(new GatewaysWatched(List.of(), List.of(), Set.of("second")));
        house.tell();

        assertThat(house.list()).singleElement().satisfies(ended -> {
            assertThat(ended.isOpen()).isFalse();
            assertThat(ended.isWithdrawn()).isTrue();
        });
        assertThat(house.letters()).last(STRING).contains("Messages go no more over phones", "used no more");
    }

    @Test
    void operators_and_the_organizers_concerned_are_told_once_when_it_opens_and_once_when_it_is_over() {
        house.suspect(practice, "phones");
        house.suspect(practice, "phones");
        var failing = house.failing("phones");

        watch(failing);
        watch(failing);

        assertThat(house.alerts()).containsExactlyInAnyOrder("operator@example.org", "anna@example.org");
        assertThat(house.listOpen(practice)).hasSize(1);
        assertThat(house.listOpen(school)).isEmpty();

        watch();
        watch();

        assertThat(house.alerts())
                .containsExactlyInAnyOrder(
                        "operator@example.org", "anna@example.org", "operator@example.org", "anna@example.org");
        assertThat(house.listOpen(practice)).isEmpty();
    }

    @Test
    void an_organization_that_is_concerned_later_is_told_too() {
        var failing = house.failing("phones");
        watch(failing);
        assertThat(house.alerts()).containsExactly("operator@example.org");

        house.suspect(school, "phones");
        watch(failing);

        assertThat(house.alerts()).containsExactlyInAnyOrder("operator@example.org", "head@example.org");
    }

    @Test
    void operators_words_are_shown_with_the_incident_and_the_next_ones_are_promised() {
        house.keep(house.failing("phones"));
        var id = house.list().get(0).id();
        database.clock().advance(Duration.ofMinutes(20));

        database.inTransaction(() -> incidents.say(OPERATOR, id, " We are on the phone with them. "));

        var incident = house.list().get(0);
        assertThat(incident.words()).extracting(Incident.Word::words).containsExactly("We are on the phone with them.");
        var now = database.clock().instant();
        assertThat(incident.nextWordBy(now)).isEqualTo(now.plus(Duration.ofMinutes(30)));
        assertThat(incident.nextWordBy(now.plus(Duration.ofMinutes(31)))).isEqualTo(now.plus(Duration.ofHours(1)));
    }

    @Test
    void the_figures_tell_what_became_of_what_each_gateway_took() {
        house.addGateway("phones", "SMS", 0);
        house.suspect(practice, "phones");
        house.attempt(practice, "phones", "DELIVERED", 0);
        house.attempt(practice, "phones", "DELIVERED", 30);
        house.attempt(practice, "phones", "UNDELIVERED", 90);

        var status = new StatusFigures(database.jobsDatabase(), database.clock()).get();

        assertThat(status.gateways())
                .containsExactly(new GatewayFigures("phones", "SMS", 4, 2, 1, 1, new ChannelFigures("SMS", 4, 3)));
        assertThat(status.gateways().get(0).percent(2)).isEqualTo(50);
        assertThat(status.onTime()).isEqualTo(75);
        assertThat(status.channels()).containsExactly(new ChannelFigures("SMS", 4, 3));
    }

    @Test
    void the_figures_tell_what_is_free_of_charge_for_everybody_now() {
        var now = database.clock().instant();
        addWindow(0, "phones", now.minusSeconds(600), null);
        addWindow(0, null, now.minusSeconds(900), now.plusSeconds(60));
        addWindow(0, "second", now.minusSeconds(900), now.minusSeconds(60));
        addWindow(0, "third", now.plusSeconds(60), null);
        addWindow(practice, "fourth", now.minusSeconds(600), null);

        var status = new StatusFigures(database.jobsDatabase(), database.clock()).get();

        assertThat(status.freeOfCharge())
                .containsExactly(
                        new FreeOfCharge(Optional.of("phones"), now.minusSeconds(600), Optional.empty()),
                        new FreeOfCharge(Optional.empty(), now.minusSeconds(900), Optional.of(now.plusSeconds(60))));
        assertThat(status.channels()).isEmpty();
        assertThat(status.onTime()).isEqualTo(100);
    }

    private void addWindow(long organization, @Nullable String gateway, Instant from, @Nullable Instant until) {
        database.inTransaction(() -> database.sql()
                .update(
                        "INSERT INTO no_charge_window (id, organization_id, gateway, starts_at, ends_at, reason,"
                                + " automatic, changed_at, swept) VALUES (?, ?, ?, ?, ?, '', FALSE, ?, TRUE)",
                        database.ids().next(),
                        organization,
                        gateway,
                        from,
                        until,
                        from));
    }

    @Test
    void what_an_organizations_own_gateway_does_is_told_its_owners_and_nobody_else() {
        house.addGateway("phones", "SMS", 0);
        house.addGateway("practice.phones", "SMS", practice);
        house.suspect(practice, "practice.phones");

        watch(house.failing("practice.phones"));

        assertThat(house.alerts()).containsExactly("anna@example.org");
        assertThat(house.letters())
                .singleElement(STRING)
                .contains("Your gateway practice.phones took messages", "/o/practice/setup/gateways");
        assertThat(house.list()).hasSize(1);
        assertThat(database.<List<Incident>>inTransaction(() -> incidents.listPublic(10)))
                .isEmpty();
        assertThat(house.listOpen(practice)).hasSize(1);
        assertThat(new StatusFigures(database.jobsDatabase(), database.clock())
                        .get()
                        .gateways())
                .extracting(GatewayFigures::gateway)
                .containsExactly("phones");
    }

    private void watch(FailingGateway... failing) {
        house.keep(failing);
        house.tell();
    }

    @Test
    void a_failure_to_tell_does_not_stop_who_watches() {
        var mute =
                new IncidentNews(
                        database.sql(),
                        new Addressees(database.sql(), house.planning.organizations),
                        house.planning.organizations,
                        house.planning.alerts(),
                        database.clock(),
                        "") {
                    @Override
                    public List<Untold> listUntold() {
                        throw new IllegalStateException("no connection");
                    }
                };
        var watch = new IncidentWatch(house.book, mute);

        watch.follow(StatusHouse.watched(house.failing("phones")));

        assertThat(database.inTransaction(() -> database.sql().count("SELECT COUNT(*) FROM incident")))
                .isEqualTo(1);
    }
}
