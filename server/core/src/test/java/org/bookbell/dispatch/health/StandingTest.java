package org.bookbell.dispatch.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandingTest {

    private static final Instant BEGUN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Logger LOG = System.getLogger(StandingTest.class.getName());
    private static final long SEED = 20_260_302;

    private final Random random = new Random(SEED);
    private int count;

    @Test
    void a_silent_ban_rings_by_the_fifteenth_miss_in_a_row_where_four_of_ten_are_normal() {
        var standing = fed(Standing.unknown("main", Destination.ALL), 5_000, 0.4);

        assertThat(missesUntilItRings(standing)).isLessThanOrEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource({"0.00, 5", "0.05, 6", "0.10, 7", "0.30, 12", "0.50, 20"})
    void the_better_a_gateway_normally_is_the_sooner_a_ban_rings(double normal, int most) {
        var standing = fed(Standing.unknown("main", Destination.ALL), 5_000, normal);

        assertThat(missesUntilItRings(standing)).isLessThanOrEqualTo(most);
    }

    @Test
    void a_gateway_nobody_knows_is_not_given_up_for_little() {
        assertThat(missesUntilItRings(Standing.unknown("new", Destination.ALL))).isBetween(10, 15);
    }

    /** As the product judges: over all and for each of five destinations. */
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.4})
    void of_a_hundred_thousand_messages_less_than_one_rings_in_vain(double normal) {
        int alarms = alarmsOfAMillion(normal);

        LOG.log(Level.INFO, "{0} % are normally missed: {1} false alarms of a million", normal * 100, alarms);
        assertThat(alarms).as("of a million").isLessThanOrEqualTo(10);
    }

    @Tag("full")
    @Test
    void of_twenty_million_messages_less_than_one_in_a_hundred_thousand_rings_in_vain() {
        int alarms = 0;
        for (int i = 0; i < 20; i++) {
            alarms += alarmsOfAMillion(0.4);
        }

        LOG.log(Level.INFO, "{0} false alarms of twenty million, of which 40 % are normally missed", alarms);
        assertThat(alarms).isLessThanOrEqualTo(200);
    }

    private int alarmsOfAMillion(double normal) {
        var sheet = Sheet.of("main", List.of());
        int alarms = 0;
        for (int i = 0; i < 1_000_000; i++) {
            var before = sheet;
            var each = evidence(random.nextDouble() < normal, false, "+4" + random.nextInt(5));
            sheet = before.with(List.of(each));
            for (var rung : sheet.failingSince(before)) {
                alarms++;
                sheet.put(fresh(rung));
            }
        }
        return alarms;
    }

    @Test
    void a_decline_half_way_to_a_ban_rings_too() {
        var standing = fed(Standing.unknown("main", Destination.ALL), 5_000, 0.1);

        assertThat(rings(standing, 100, 0.6)).isTrue();
    }

    @Test
    void however_bad_a_gateway_always_was_less_than_a_third_delivered_is_not_normal() {
        assertThat(rings(Standing.unknown("bad", Destination.ALL), 2_000, 0.75)).isTrue();
    }

    @Test
    void the_suspect_time_begins_with_the_first_miss_of_the_run() {
        var standing = fed(Standing.unknown("main", Destination.ALL), 1_000, 0);
        var lastHit = evidence(false);
        var firstMiss = evidence(true);
        standing = standing.after(lastHit, Baseline.EXPECTED).after(firstMiss, Baseline.EXPECTED);
        while (!standing.isDegraded()) {
            standing = standing.after(evidence(true), Baseline.EXPECTED);
        }

        assertThat(standing.suspectFrom()).contains(firstMiss.submittedAt());
    }

    @Test
    void the_baseline_is_frozen_while_a_gateway_is_degraded() {
        var ringing = ringing(0.1);

        var later = fed(ringing, 500, 1);

        assertThat(later.baseline()).isEqualTo(ringing.baseline());
    }

    @Test
    void a_gateway_that_delivers_again_is_restored_by_what_was_submitted_since() {
        var ringing = ringing(0.1);

        var old = new Evidence(1, "+41", ringing.degradedAt().orElseThrow().minusSeconds(1), false, false, BEGUN);
        var unmoved = ringing;
        for (int i = 0; i < 100; i++) {
            unmoved = unmoved.after(old, Baseline.EXPECTED);
        }
        assertThat(unmoved.isDegraded()).as("after old news").isTrue();

        assertThat(fed(ringing, 10, 0).isDegraded()).as("after ten deliveries").isFalse();
    }

    @Test
    void an_attempt_without_a_receipt_is_missed_after_three_times_the_usual_time() {
        var standing = Standing.unknown("main", Destination.ALL);

        assertThat(standing.patience()).isEqualTo(Duration.ofMinutes(5));
        assertThat(standing.withP95(Optional.of(Duration.ofSeconds(40))).patience())
                .isEqualTo(Duration.ofMinutes(2));
        assertThat(standing.withP95(Optional.of(Duration.ofMillis(200))).patience())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void two_missed_canaries_in_a_row_ring_unless_something_arrived_between_them() {
        var begun = fed(Standing.unknown("main", Destination.ALL), 2_000, 0.05)
                .after(evidence(false), Baseline.EXPECTED)
                .after(evidence(false), Baseline.EXPECTED);
        var missed = begun.after(canary(true), Baseline.EXPECTED);

        assertThat(missed.isDegraded()).as("after one").isFalse();
        assertThat(missed.after(canary(true), Baseline.EXPECTED).isDegraded())
                .as("after two")
                .isTrue();
        assertThat(missed.after(canary(false), Baseline.EXPECTED)
                        .after(canary(true), Baseline.EXPECTED)
                        .isDegraded())
                .as("after one that arrived between them")
                .isFalse();
        assertThat(fed(missed, 10, 0).after(canary(true), Baseline.EXPECTED).isDegraded())
                .as("after ten messages that arrived between them")
                .isFalse();
    }

    @Test
    void canaries_alone_restore_only_what_canaries_degraded() {
        var byMessages = ringing(0.1).after(canary(false), Baseline.EXPECTED).after(canary(false), Baseline.EXPECTED);
        var begun = Standing.unknown("main", Destination.ALL);
        var byCanaries = begun.after(canary(true), Baseline.EXPECTED)
                .after(canary(true), Baseline.EXPECTED)
                .after(canary(false), Baseline.EXPECTED);

        assertThat(byMessages.isDegraded()).isTrue();
        assertThat(byCanaries.isDegraded()).as("after one that arrived").isTrue();
        assertThat(byCanaries.after(canary(false), Baseline.EXPECTED).isDegraded())
                .as("after two that arrived")
                .isFalse();
    }

    private Standing ringing(double normal) {
        var standing = fed(Standing.unknown("main", Destination.ALL), 2_000, normal);
        while (!standing.isDegraded()) {
            standing = standing.after(evidence(true), Baseline.EXPECTED);
        }
        return standing;
    }

    private int missesUntilItRings(Standing begun) {
        // whatever the chance of the moment left of a run is over first
        var standing = begun.after(evidence(false), Baseline.EXPECTED).after(evidence(false), Baseline.EXPECTED);
        int misses = 0;
        while (!standing.isDegraded()) {
            standing = standing.after(evidence(true), Baseline.EXPECTED);
            misses++;
        }
        return misses;
    }

    private Standing fed(Standing begun, int messages, double misses) {
        var standing = begun;
        for (int i = 0; i < messages; i++) {
            standing = standing.after(evidence(random.nextDouble() < misses), Baseline.EXPECTED);
        }
        return standing;
    }

    private boolean rings(Standing begun, int messages, double misses) {
        var standing = begun;
        for (int i = 0; i < messages && !standing.isDegraded(); i++) {
            standing = standing.after(evidence(random.nextDouble() < misses), Baseline.EXPECTED);
        }
        return standing.isDegraded();
    }

    private static Standing fresh(Standing rung) {
        return new Standing(
                rung.gateway(),
                rung.destination(),
                Optional.empty(),
                rung.baseline(),
                Standing.Run.NONE,
                0,
                rung.p95());
    }

    private Evidence evidence(boolean miss) {
        return evidence(miss, false);
    }

    private Evidence canary(boolean miss) {
        return evidence(miss, true);
    }

    private Evidence evidence(boolean miss, boolean isCanary) {
        return evidence(miss, isCanary, "+41");
    }

    private Evidence evidence(boolean miss, boolean isCanary, String destination) {
        count++;
        var submitted = BEGUN.plusSeconds(count);
        return new Evidence(count, destination, submitted, miss, isCanary, submitted.plusMillis(500));
    }
}
