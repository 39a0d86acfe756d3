package org.bookbell.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.access.Addressees;
import org.bookbell.audit.Actor;
import org.bookbell.dispatch.failover.FailingGateway;
import org.bookbell.dispatch.failover.GatewaysWatched;
import org.bookbell.message.planning.PlanningFixture;
import org.bookbell.storage.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusTest {

    private static final Actor OPERATOR = Actor.member(1);

    private final TestDatabase database = TestDatabase.h2();
    private final PlanningFixture planning = PlanningFixture.on(database);
    private final IncidentBook book = new IncidentBook(database.jobsDatabase(), database.ids(), database.clock());
    private final Incidents incidents =
            new Incidents(database.sql(), database.ids(), database.clock(), database.audit());
    private final IncidentNews news = new IncidentNews(
            database.sql(),
            new Addressees(database.sql(), planning.organizations),
            planning.organizations,
            planning.alerts(),
            database.clock(),
            "https://book.example.org/");
    private long practice;
    private long school;
    private int attempts;

    @BeforeEach
    void found() {
        practice = planning.found("practice");
        school = planning.found("school");
        addMember(1, true, "operator@example.org", 0, "");
        addMember(2, false, "anna@example.org", practice, "OWNER");
        addMember(3, false, "reader@example.org", practice, "READER");
        addMember(4, false, "head@example.org", school, "MANAGER");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_incident_opens_and_closes_with_what_fails_however_often_that_is_told() {
        keep(failing("phones"));
        keep(failing("phones"));
        keep(failing("phones"), failing("second"));

        assertThat(list()).extracting(Incident::gateway).containsExactlyInAnyOrder("phones", "second");
        assertThat(list()).allMatch(Incident::isOpen);

        database.clock().advance(Duration.ofMinutes(10));
        keep(failing("second"));

        assertThat(list())
                .filteredOn(Incident::isOpen)
                .extracting(Incident::gateway)
                .containsExactly("second");
        assertThat(list())
                .filteredOn(each -> !each.isOpen())
                .singleElement()
                .satisfies(ended ->
                        assertThat(ended.closedAt()).contains(database.clock().instant()));
    }

    @Test
    void a_gateway_that_fails_again_opens_a_new_incident() {
        keep(failing("phones"));
        keep();
        keep(failing("phones"));

        assertThat(list()).extracting(Incident::isOpen).containsExactly(true, false);
    }

    @Test
    void what_ends_because_a_gateway_is_used_no_more_is_not_told_as_if_it_worked() {
        watch(failing("phones"));

        book.keep(new GatewaysWatched(List.of(), Set.of("second")));
        tell();

        assertThat(list()).singleElement().satisfies(ended -> {
            assertThat(ended.isOpen()).isFalse();
            assertThat(ended.isWithdrawn()).isTrue();
        });
        assertThat(letters()).last(STRING).contains("Messages go no more over phones", "used no more");
    }

    @Test
    void operators_and_the_organizers_concerned_are_told_once_when_it_opens_and_once_when_it_is_over() {
        suspect(practice, "phones");
        suspect(practice, "phones");
        var failing = failing("phones");

        watch(failing);
        watch(failing);

        assertThat(alerts()).containsExactlyInAnyOrder("operator@example.org", "anna@example.org");
        assertThat(incidentsOf(practice)).hasSize(1);
        assertThat(incidentsOf(school)).isEmpty();

        watch();
        watch();

        assertThat(alerts())
                .containsExactlyInAnyOrder(
                        "operator@example.org", "anna@example.org", "operator@example.org", "anna@example.org");
        assertThat(incidentsOf(practice)).isEmpty();
    }

    @Test
    void an_organization_that_is_concerned_later_is_told_too() {
        var failing = failing("phones");
        watch(failing);
        assertThat(alerts()).containsExactly("operator@example.org");

        suspect(school, "phones");
        watch(failing);

        assertThat(alerts()).containsExactlyInAnyOrder("operator@example.org", "head@example.org");
    }

    @Test
    void operators_words_are_shown_with_the_incident_and_the_next_ones_are_promised() {
        keep(failing("phones"));
        var id = list().get(0).id();
        database.clock().advance(Duration.ofMinutes(20));

        database.inTransaction(() -> incidents.say(OPERATOR, id, " We are on the phone with them. "));

        var incident = list().get(0);
        assertThat(incident.words()).extracting(Incident.Word::words).containsExactly("We are on the phone with them.");
        var now = database.clock().instant();
        assertThat(incident.nextWordBy(now)).isEqualTo(now.plus(Duration.ofMinutes(30)));
        assertThat(incident.nextWordBy(now.plus(Duration.ofMinutes(31)))).isEqualTo(now.plus(Duration.ofHours(1)));
    }

    @Test
    void the_figures_tell_what_became_of_what_each_gateway_took() {
        addGateway("phones");
        suspect(practice, "phones");
        attempt(practice, "phones", "DELIVERED", 0);
        attempt(practice, "phones", "DELIVERED", 30);
        attempt(practice, "phones", "UNDELIVERED", 90);

        var status = new StatusFigures(database.jobsDatabase(), database.clock()).get();

        assertThat(status.gateways()).containsExactly(new GatewayFigures("phones", "SMS", 4, 2, 1, 1));
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
    void members_are_warned_while_an_incident_concerns_them() {
        suspect(practice, "phones");
        keep(failing("phones"));

        var warnings = new Warnings(database.jobsDatabase(), incidents, planning.calls, database.clock());

        assertThat(database.inTransaction(() -> warnings.find(practice))).hasValueSatisfying(warning -> {
            assertThat(warning.affected()).isEqualTo(1);
            assertThat(warning.toPhone()).isZero();
        });
        assertThat(database.inTransaction(() -> warnings.find(school))).isEmpty();
    }

    @Test
    void what_an_organizations_own_gateway_does_is_told_its_owners_and_nobody_else() {
        addGateway("phones");
        addGateway("practice.phones", practice);
        suspect(practice, "practice.phones");

        watch(failing("practice.phones"));

        assertThat(alerts()).containsExactly("anna@example.org");
        assertThat(letters())
                .singleElement(STRING)
                .contains("Your gateway practice.phones took messages", "/o/practice/setup/gateways");
        assertThat(list()).hasSize(1);
        assertThat(database.<List<Incident>>inTransaction(() -> incidents.listPublic(10)))
                .isEmpty();
        assertThat(incidentsOf(practice)).hasSize(1);
        assertThat(new StatusFigures(database.jobsDatabase(), database.clock())
                        .get()
                        .gateways())
                .extracting(GatewayFigures::gateway)
                .containsExactly("phones");
    }

    private FailingGateway failing(String gateway) {
        var now = database.clock().instant();
        return new FailingGateway(gateway, "", now.minusSeconds(600), now);
    }

    private void keep(FailingGateway... failing) {
        book.keep(watched(failing));
    }

    private static GatewaysWatched watched(FailingGateway... failing) {
        return new GatewaysWatched(List.of(failing), Set.of("phones", "second", "practice.phones"));
    }

    private void watch(FailingGateway... failing) {
        keep(failing);
        tell();
    }

    private void tell() {
        database.inTransaction(() -> {
            news.listUntold().forEach(news::tell);
            return true;
        });
    }

    @Test
    void a_failure_to_tell_does_not_stop_who_watches() {
        var mute =
                new IncidentNews(
                        database.sql(),
                        new Addressees(database.sql(), planning.organizations),
                        planning.organizations,
                        planning.alerts(),
                        database.clock(),
                        "") {
                    @Override
                    public List<Untold> listUntold() {
                        throw new IllegalStateException("no connection");
                    }
                };
        var watch = new IncidentWatch(book, mute);

        watch.follow(watched(failing("phones")));

        assertThat(database.inTransaction(() -> database.sql().count("SELECT COUNT(*) FROM incident")))
                .isEqualTo(1);
    }

    private List<Incident> list() {
        return database.inTransaction(() -> incidents.list(10));
    }

    private List<Incident> incidentsOf(long organization) {
        return database.inTransaction(() -> incidents.listOpen(organization));
    }

    /** To whom e-mails are planned. */
    private List<String> alerts() {
        return database.inTransaction(() -> database.sql()
                .list("SELECT address FROM message WHERE kind = 'ALERT' ORDER BY id", row -> row.getText("address")));
    }

    /** What planned e-mails say. */
    private List<String> letters() {
        return database.inTransaction(() -> database.sql()
                .list("SELECT facts FROM message WHERE kind = 'ALERT' ORDER BY id", row -> row.getText("facts")));
    }

    private void suspect(long organization, String gateway) {
        attempt(organization, gateway, "SUSPECT", 0);
    }

    private void attempt(long organization, String gateway, String state, int lateSeconds) {
        var now = database.clock().instant();
        var message = database.ids().next();
        attempts++;
        database.inTransaction(() -> {
            database.sql()
                    .update(
                            "INSERT INTO message (id, organization_id, occurrence, rule_id, kind, channel,"
                                    + " recipient_kind, recipient_id, address, due_at, useful_until, try_at, state,"
                                    + " state_at, facts, revision, attempts, created_at) VALUES (?, ?, 0, ?, 'REMINDER',"
                                    + " 'SMS', 'CLIENT', 1, '+41791234567', ?, ?, ?, 'ACCEPTED', ?, '{}', 0, 1, ?)",
                            message,
                            organization,
                            attempts,
                            now.minusSeconds(lateSeconds),
                            now,
                            now,
                            now,
                            now);
            return database.sql()
                    .update(
                            "INSERT INTO attempt (id, message_id, attempt_no, gateway, state, submitted_at)"
                                    + " VALUES (?, ?, 1, ?, ?, ?)",
                            database.ids().next(),
                            message,
                            gateway,
                            state,
                            now);
        });
    }

    private void addGateway(String name) {
        addGateway(name, 0);
    }

    private void addGateway(String name, long organization) {
        database.inTransaction(() -> database.sql()
                .update(
                        "INSERT INTO gateway (name, organization_id, channel, provider, settings, enabled, position,"
                                + " changed_at, version) VALUES (?, ?, 'SMS', 'simulator', '', TRUE, 1, ?, 0)",
                        name,
                        organization,
                        database.clock().instant()));
    }

    private void addMember(long id, boolean operator, String email, long organization, String role) {
        database.inTransaction(() -> {
            database.sql()
                    .update(
                            "INSERT INTO member (id, email, name, password_hash, operator, locale, created_at, version)"
                                    + " VALUES (?, ?, 'N', '', ?, 'en', ?, 0)",
                            id,
                            email,
                            operator,
                            database.clock().instant());
            return organization == 0
                    ? 0
                    : database.sql()
                            .update(
                                    "INSERT INTO membership (member_id, organization_id, member_role) VALUES (?, ?, ?)",
                                    id,
                                    organization,
                                    role);
        });
    }
}
