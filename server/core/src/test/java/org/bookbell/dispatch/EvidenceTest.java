package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.bookbell.dispatch.evidence.EvidenceByWeek;
import org.bookbell.dispatch.evidence.EvidenceLine;
import org.bookbell.dispatch.evidence.EvidenceWeek;
import org.bookbell.dispatch.evidence.HourlyCount;
import org.bookbell.dispatch.evidence.SupportBundle;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.storage.Ids;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators see of a gateway's week, and what its provider's support gets. */
class EvidenceTest {

    /** More would be given back if the gateway's lane did not move for a second, on a busy machine. */
    private static final int ROOM_OF_A_LANE = 100;

    private static final String RAW = "to=4915112345678&text=Dear+Ann&status=failed";

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final HourlyCount count = new HourlyCount(database.jobsDatabase(), database.clock());
    private final EvidenceByWeek evidence = new EvidenceByWeek(database.sql());
    private RecordingSmsGateway main;

    @BeforeEach
    void open() {
        main = house.gateway("main", 1);
        catchUp();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void attempts_are_counted_by_country_network_and_code() {
        receipt(send(), Receipt.State.DELIVERED, "", "Net A");
        receipt(send(), Receipt.State.DELIVERED, "", "Net A");
        receipt(send(), Receipt.State.UNDELIVERED, "30005", "Net A");
        receipt(send(), Receipt.State.UNDELIVERED, "30003", "Net B");
        send();
        main.answers(sms -> SubmitResult.refused(RefusalReason.INVALID_RECIPIENT, "21211", "no such number"));
        send();

        catchUp();

        assertThat(week())
                .extracting(EvidenceLine::destination, EvidenceLine::network, line -> summary(line))
                .containsExactlyInAnyOrder(
                        tuple("+49", "Net A", "2 delivered, 1 failed, 0 refused, 0 unknown [30005]"),
                        tuple("+49", "Net B", "0 delivered, 1 failed, 0 refused, 0 unknown [30003]"),
                        tuple("+49", "", "0 delivered, 0 failed, 1 refused, 1 unknown [INVALID_RECIPIENT]"));
    }

    @Test
    void a_receipt_that_comes_hours_later_is_counted_when_the_hour_is_counted_again() {
        var message = send();
        database.clock().advance(Duration.ofMinutes(50));
        catchUp();
        assertThat(week())
                .singleElement()
                .satisfies(line -> assertThat(line.outcome().unknown()).isEqualTo(1));

        receipt(message, Receipt.State.DELIVERED, "", "");
        database.clock().advance(Duration.ofHours(5));
        catchUp();

        assertThat(week()).singleElement().satisfies(line -> {
            assertThat(line.outcome().unknown()).isZero();
            assertThat(line.outcome().delivered()).isEqualTo(1);
        });
    }

    @Test
    void a_delivered_message_costs_what_was_paid_for_all_of_them_less_what_was_given_back() {
        var arrived = send();
        receipt(arrived, Receipt.State.DELIVERED, "", "");
        var lost = send();
        pay(1, "CHARGE", -700, arrived);
        pay(2, "CHARGE", -700, lost);
        pay(3, "REFUND", 200, lost);

        catchUp();

        assertThat(week()).singleElement().satisfies(line -> {
            assertThat(line.outcome().charged()).isEqualTo(1200);
            assertThat(line.outcome().chargedPerDelivered()).contains(1200L);
        });
    }

    @Test
    void the_first_time_what_was_sent_before_is_counted_eight_weeks_back_at_most() {
        send();
        database.clock().advance(Duration.ofDays(20));
        var earlier = today().minusDays(20);
        send();
        house.update("DELETE FROM evidence_hour");
        house.update("DELETE FROM evidence");

        catchUp();

        var weeks = database.inTransaction(() -> evidence.list(today(), 4, Optional.empty()));
        assertThat(weeks)
                .filteredOn(week -> !week.lines().isEmpty())
                .extracting(EvidenceWeek::monday)
                .containsExactly(EvidenceByWeek.monday(today()), EvidenceByWeek.monday(earlier));
    }

    @Test
    void canaries_are_nobodys_evidence_and_other_weeks_and_gateways_stay_apart() {
        house.gateway("second", 2);
        send();
        var canary = send();
        house.update("UPDATE message SET kind = 'CANARY' WHERE id = ?", canary);
        database.clock().advance(Duration.ofDays(7));
        send();
        send();

        catchUp();

        var weeks = database.inTransaction(() -> evidence.list(today(), 3, Optional.of("main")));
        assertThat(weeks)
                .extracting(week -> week.lines().stream()
                        .mapToLong(line -> line.outcome().attempts())
                        .sum())
                .containsExactly(2L, 1L, 0L);
        assertThat(weeks.get(0).monday()).isEqualTo(EvidenceByWeek.monday(today()));
        assertThat(database.inTransaction(() -> evidence.list(today(), 1, Optional.of("second")))
                        .get(0)
                        .lines())
                .isEmpty();
    }

    @Test
    void what_is_counted_twice_is_the_same() {
        send();
        catchUp();
        house.update("UPDATE evidence_hour SET due_at = ?", Instant.EPOCH);

        catchUp();
        catchUp();

        assertThat(week())
                .singleElement()
                .satisfies(line -> assertThat(line.outcome().attempts()).isEqualTo(1));
    }

    @Test
    void a_bundle_tells_ids_and_receipts_and_nothing_personal() throws IOException {
        var message = send();
        house.receive("main", receiptOf(message, Receipt.State.UNDELIVERED, "30005", "Net A", RAW));
        house.gateway("second", 0);
        var other = send();

        var files = bundle();

        var attempt = house.attemptOf(message, "main");
        assertThat(files.keySet()).containsExactlyInAnyOrder("attempts.csv", "receipts.csv", "README.txt");
        assertThat(files.get("attempts.csv").lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("\"" + attempt + "\",\"p-" + attempt + "\",\"SMS\",\"49151xxxxxx78\",\"UNDELIVERED\"")
                .contains("\"30005\"");
        assertThat(files.get("receipts.csv"))
                .contains("\"30005\",\"Net A\"", "to=49151xxxxxx78&text=[left out]&status=failed");
        assertThat(files.get("README.txt")).contains("1 submissions", "1 receipts");
        assertThat(String.join("", files.values()))
                .doesNotContain("4915112345678", "Ann", house.attemptOf(other, "second"));
    }

    @Test
    void a_bundle_holds_what_was_sent_in_its_time_page_by_page() throws IOException {
        for (int i = 0; i < 6; i++) {
            house.plan(ROOM_OF_A_LANE, house::aMessage);
            house.drain();
        }
        var until = now();
        database.clock().advance(Duration.ofHours(3));
        send();

        var all = bundle(until.minusSeconds(60), until.plusSeconds(60)).get("attempts.csv");

        assertThat(all.lines()).hasSize(601).doesNotHaveDuplicates();
    }

    @Test
    void ids_are_made_in_the_order_of_time() {
        assertThat(Ids.firstAt(now())).isLessThanOrEqualTo(database.ids().next());
        assertThat(Ids.firstAt(now().plusMillis(5000)))
                .isGreaterThan(database.ids().next());
    }

    private Map<String, String> bundle() throws IOException {
        return bundle(now().minusSeconds(3600), now().plusSeconds(3600));
    }

    private Map<String, String> bundle(Instant from, Instant until) throws IOException {
        var out = new ByteArrayOutputStream();
        new SupportBundle(database.jobsDatabase()).write(new SupportBundle.Period("main", from, until), out);
        var files = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String summary(EvidenceLine line) {
        var outcome = line.outcome();
        return outcome.delivered() + " delivered, " + outcome.failed() + " failed, " + outcome.refused() + " refused, "
                + outcome.unknown() + " unknown "
                + line.codes().stream().map(EvidenceLine.ByCode::code).toList();
    }

    private List<EvidenceLine> week() {
        return database.inTransaction(() -> evidence.list(today(), 1, Optional.empty()))
                .get(0)
                .lines();
    }

    /** Eleven minutes later, until all hours are counted that are due. */
    private void catchUp() {
        database.clock().advance(Duration.ofMinutes(11));
        do {
            count.run();
        } while (isBehind());
    }

    private boolean isBehind() {
        return database.inTransaction(() -> database.sql()
                        .count(
                                "SELECT COUNT(*) FROM evidence_hour WHERE hour_at = ? AND due_at > ?",
                                now().truncatedTo(ChronoUnit.HOURS),
                                now())
                == 0);
    }

    private long send() {
        var message = house.aMessage().planned();
        house.drain();
        return message;
    }

    private void receipt(long message, Receipt.State state, String code, String network) {
        house.receive("main", receiptOf(message, state, code, network, ""));
    }

    private Receipt receiptOf(long message, Receipt.State state, String code, String network, String raw) {
        return new Receipt(
                Optional.of(house.attemptOf(message, "main")),
                Optional.empty(),
                state,
                Optional.of(now()),
                Optional.of(code).filter(text -> !text.isEmpty()),
                Optional.of(network).filter(text -> !text.isEmpty()),
                raw);
    }

    private void pay(long number, String kind, long amount, long message) {
        house.update(
                "INSERT INTO credit_entry (organization_id, entry_no, kind, amount, balance, message_id, attempt_id,"
                        + " created_at) VALUES (?, ?, ?, ?, 0, ?, ?, ?)",
                DispatchHouse.ORGANIZATION,
                number,
                kind,
                amount,
                message,
                Ids.parse(house.attemptOf(message, "main")).orElseThrow(),
                now());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    private Instant now() {
        return database.clock().instant();
    }
}
