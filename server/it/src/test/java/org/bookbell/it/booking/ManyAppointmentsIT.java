package org.bookbell.it.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.bookbell.storage.Ids;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists and exports of more appointments than are read at once. */
@SuppressWarnings("NullAway.Init")
class ManyAppointmentsIT {

    private static final int COPIES = 1_300;
    private static final Instant FIRST =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(10));
    private static final Instant END = FIRST.plus(Duration.ofDays(100));
    /** Two at a time, and an id that no row of the server has. */
    private static final String COPY = "INSERT INTO appointment (id, organization_id, service_id, staff_id, client_id,"
            + " status, starts_at, ends_at, gap_minutes, zone, note, source, occurrence, token_version, created_at,"
            + " changed_at, version) SELECT ?, organization_id, service_id, ?, client_id, status, ?, ?, gap_minutes,"
            + " zone, note, source, occurrence, token_version, created_at, changed_at, version"
            + " FROM appointment WHERE id = ?";

    private static Shop shop;

    @BeforeAll
    static void copy_one_appointment_many_times() throws SQLException {
        var server = BookbellServer.shared(Vendor.MARIADB);
        shop = Shop.on(server, 2);
        var booked = shop.book(shop.staff().get(0), FIRST, "Carla").json().getString("id");
        try (var connection = server.connect();
                var statement = connection.prepareStatement(COPY)) {
            connection.setAutoCommit(false);
            for (var n = 1; n <= COPIES; n++) {
                var start = FIRST.plus(Duration.ofHours(n / 2));
                statement.setLong(1, 2_000_000_000L + n);
                statement.setLong(2, Ids.parse(shop.staff().get(n % 2)).orElseThrow());
                statement.setObject(3, LocalDateTime.ofInstant(start, ZoneOffset.UTC));
                statement.setObject(4, LocalDateTime.ofInstant(start.plusSeconds(1800), ZoneOffset.UTC));
                statement.setLong(5, Ids.parse(booked).orElseThrow());
                statement.executeUpdate();
            }
            connection.commit();
        }
    }

    @Test
    void a_list_goes_on_from_page_to_page_until_all_were_seen_once() {
        var seen = list("&limit=200");

        assertThat(seen).hasSize(COPIES + 1).doesNotHaveDuplicates();
        assertThat(seen.stream().map(each -> each.getString("start"))).isSorted();
    }

    @Test
    void of_one_of_the_staff_are_half() {
        var staff = shop.staff().get(1);

        assertThat(list("&limit=500&staff=" + staff))
                .hasSize(COPIES / 2)
                .allMatch(each -> each.getString("staff").equals(staff));
    }

    @Test
    void an_export_has_them_all_in_order() {
        var rows = export("");

        assertThat(rows).hasSize(COPIES + 1).doesNotHaveDuplicates().allMatch(row -> row.contains("Carla"));
        assertThat(rows.stream().map(ManyAppointmentsIT::start)).isSorted();
    }

    @Test
    void an_export_of_one_of_the_staff_has_half() {
        assertThat(export("&staff=" + shop.staff().get(1))).hasSize(COPIES / 2);
    }

    /** Locations are read last: much else is on its way by then. */
    @Test
    void an_archive_that_breaks_midway_never_looks_complete() throws SQLException {
        shop.addBulkyClients(1_000);
        rename("location", "location_elsewhere");
        try {
            assertThatThrownBy(() -> shop.api().download(shop.path() + "/archive"))
                    .isInstanceOf(UncheckedIOException.class);
        } finally {
            rename("location_elsewhere", "location");
        }

        assertThat(shop.api().download(shop.path() + "/archive").statusCode()).isEqualTo(200);
    }

    private static void rename(String table, String to) throws SQLException {
        try (var connection = BookbellServer.shared(Vendor.MARIADB).connect();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE " + table + " RENAME TO " + to);
        }
    }

    private static List<JsonObject> list(String more) {
        var found = new ArrayList<JsonObject>();
        var path = shop.path() + "/appointments?from=" + FIRST + "&to=" + END + more;
        for (var page = path; !page.isEmpty(); ) {
            var answer = shop.api().get(page).json();
            found.addAll(answer.getJsonArray("items").getValuesAs(JsonObject.class));
            page = answer.containsKey("next") ? path + "&after=" + answer.getString("next") : "";
        }
        return found;
    }

    /** Date and time of the day. */
    private static String start(String row) {
        var cells = row.split(",");
        return cells[2] + " " + cells[3];
    }

    /** The lines of a spreadsheet below its heading. */
    private static List<String> export(String more) {
        var day = LocalDate.ofInstant(FIRST, ZoneOffset.UTC);
        var answer = shop.api().get(shop.path() + "/exports/csv?from=" + day + "&to=" + day.plusDays(100) + more);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().lines().skip(1).toList();
    }
}
