package org.bookbell.it.fault;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.mail.MessagingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Api;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The power fails while the job {@code agenda} plans, after its first checkpoint and before its end. */
class KillWhilePlanningIT {

    private static final String JOBS = "/api/v1/operator/jobs";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** More than the twenty of a chunk before the one that holds it up, and some behind. */
    private static final int ORGANIZATIONS = 30;

    private static final int HELD_UP = 25;
    private static final Duration TIME_TO_LOCK = Duration.ofSeconds(5);

    private final GreenMail mail =
            new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)});

    static Stream<Vendor> vendors() {
        return Vendor.inGate(Vendor.MARIADB, Vendor.MYSQL);
    }

    @BeforeEach
    void open() {
        mail.start();
    }

    @AfterEach
    void close() {
        mail.stop();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void each_agenda_is_sent_exactly_once(Vendor vendor) throws SQLException {
        var server = BookbellServer.on(vendor.freshSchema());
        try {
            addMailGateway(server.operator());
            for (int number = 0; number < ORGANIZATIONS; number++) {
                addOrganization(server.operator(), number);
            }

            killWhileItPlansForOneOf(server);
            assertThat(count(server, "SELECT COUNT(*) FROM agenda")).isEqualTo(HELD_UP);
            server.startAgain();

            await("all agendas").atMost(PATIENCE).until(() -> letters().size() == ORGANIZATIONS);
            await("the end of the job")
                    .atMost(PATIENCE)
                    .until(() -> runs(server.operator()).get(0).equals("COMPLETED"));
            assertThat(runs(server.operator())).contains("INTERRUPTED");
            assertThat(count(server, "SELECT COUNT(*) FROM agenda")).isEqualTo(ORGANIZATIONS);
            await("nothing that is on its way")
                    .atMost(PATIENCE)
                    .until(() -> count(
                                    server,
                                    "SELECT COUNT(*) FROM message WHERE state = 'ACCEPTED'"
                                            + " OR state = 'DELIVERED' OR state = 'UNKNOWN'")
                            == ORGANIZATIONS);
            assertThat(letters())
                    .isEqualTo(IntStream.range(0, ORGANIZATIONS)
                            .boxed()
                            .collect(toMap(KillWhilePlanningIT::desk, number -> 1L)));
            assertThat(count(server, "SELECT COUNT(*) FROM message")).isEqualTo(ORGANIZATIONS);
            assertThat(count(server, "SELECT COUNT(*) FROM attempt")).isEqualTo(ORGANIZATIONS);
        } finally {
            server.kill();
        }
    }

    /** The job waits for the settings of one organization, whose row is locked, until the server is dead. */
    private void killWhileItPlansForOneOf(BookbellServer server) throws SQLException {
        try (var lock = server.connect()) {
            lock.setAutoCommit(false);
            fallDue(server, Instant.now().plus(TIME_TO_LOCK));
            lock(lock, slug(HELD_UP));
            await("letters to all before it")
                    .atMost(PATIENCE)
                    .until(() -> letters().size() == HELD_UP);
            await("their states")
                    .atMost(PATIENCE)
                    .until(() -> count(
                                    server,
                                    "SELECT COUNT(*) FROM message WHERE state IN ('PLANNED', 'CLAIMED',"
                                            + " 'SUBMITTING')")
                            == 0);
            assertThat(runs(server.operator()).get(0)).isEqualTo("STARTED");
            server.kill();
            lock.rollback();
        }
    }

    private static void lock(Connection connection, String slug) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT look_at FROM agenda_settings"
                + " WHERE organization_id = (SELECT id FROM organization WHERE slug = ?) FOR UPDATE")) {
            statement.setString(1, slug);
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
            }
        }
    }

    /** All at this minute, of which the job is told at {@code lookAt}. */
    private static void fallDue(BookbellServer server, Instant lookAt) throws SQLException {
        var now = LocalTime.now(ZoneOffset.UTC);
        var minute = now.getHour() * 60 + now.getMinute();
        var column = now.isBefore(LocalTime.NOON) ? "morning_minute" : "evening_minute";
        try (var connection = server.connect();
                var statement = connection.prepareStatement(
                        "UPDATE agenda_settings SET evening_minute = NULL, morning_minute = NULL, " + column + " = ?"
                                + ", look_at = ?")) {
            statement.setInt(1, minute);
            statement.setObject(2, LocalDateTime.ofInstant(lookAt, ZoneOffset.UTC));
            assertThat(statement.executeUpdate()).isEqualTo(ORGANIZATIONS);
        }
    }

    private static long count(BookbellServer server, String query) throws SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** How many letters have come, by address. */
    private Map<String, Long> letters() {
        return Stream.of(mail.getReceivedMessages())
                .map(message -> {
                    try {
                        return message.getAllRecipients()[0].toString();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(groupingBy(Function.identity(), counting()));
    }

    /** How the runs of the job ended, the newest first. */
    private static List<String> runs(Api operator) {
        return operator.get(JOBS).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(run -> run.getString("job").equals("agenda"))
                .map(run -> run.getString("status"))
                .toList();
    }

    private static String slug(int number) {
        return "house-" + number;
    }

    private static String desk(int number) {
        return "desk@" + slug(number) + ".example";
    }

    /** One that wants its agenda at a time that is not now. */
    private static void addOrganization(Api operator, int number) {
        Shop.create(
                operator,
                "/api/v1/organizations",
                Json.createObjectBuilder()
                        .add("slug", slug(number))
                        .add("name", "House " + number)
                        .add("zone", "UTC")
                        .add("locale", "en")
                        .add("country", "US"));
        var isMorning = LocalTime.now(ZoneOffset.UTC).isBefore(LocalTime.NOON);
        var wish = Json.createObjectBuilder()
                .add("morning", isMorning ? "11:59" : "00:00")
                .add("daysAhead", 1)
                .add("addresses", Json.createArrayBuilder(List.of(desk(number))));
        var changed = operator.send(
                "PUT",
                "/api/v1/organizations/" + slug(number) + "/agenda",
                wish.build().toString());
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    private void addMailGateway(Api operator) {
        Shop.create(
                operator,
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", "letters")
                        .add("kind", "EMAIL")
                        .add("provider", "smtp")
                        .add(
                                "settings",
                                Json.createObjectBuilder()
                                        .add("host", "127.0.0.1")
                                        .add(
                                                "port",
                                                Integer.toString(mail.getSmtp().getPort()))
                                        .add("security", "none")
                                        // as many as the server asks for at once, so that it is never busy
                                        .add("maxConnections", "16")
                                        .add("fromAddress", "office@bookbell.example")));
    }
}
