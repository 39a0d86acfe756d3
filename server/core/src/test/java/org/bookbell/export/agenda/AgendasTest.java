package org.bookbell.export.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgendasTest {

    private final AgendaHouse house = new AgendaHouse();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void who_decided_nothing_gets_none() {
        var settings = house.house.in(() -> house.agendas.get(house.organization()));

        assertThat(settings.isWanted()).isFalse();
        assertThat(settings.version()).isZero();
    }

    @Test
    void what_was_decided_is_kept() {
        var wish = new AgendaSettings(
                Optional.of(LocalTime.of(17, 45)),
                Optional.of(LocalTime.of(6, 30)),
                3,
                false,
                List.of("a@example.org", "b@example.org"),
                0);

        var first = house.wants(wish);
        var second =
                house.wants(new AgendaSettings(wish.evening(), Optional.empty(), 14, true, List.of(), first.version()));

        assertThat(first).usingRecursiveComparison().ignoringFields("version").isEqualTo(wish);
        assertThat(second.daysAhead()).isEqualTo(14);
        assertThat(second.addresses()).isEmpty();
        assertThat(house.house.calendars.auditedActions()).endsWith("agenda.changed", "agenda.changed");
    }

    @Test
    void who_saw_other_settings_changes_nothing() {
        var seen = house.wants();
        house.wants(new AgendaSettings(Optional.empty(), Optional.empty(), 7, true, List.of(), seen.version()));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> house.wants(
                        new AgendaSettings(seen.evening(), seen.morning(), 1, true, List.of(), seen.version())))
                .matches(refused -> refused.type() == ProblemType.STALE_VERSION);
    }

    @Test
    void all_faults_are_told_at_once() {
        var wish = new AgendaSettings(
                Optional.of(LocalTime.of(11, 59)),
                Optional.of(LocalTime.of(12, 0)),
                15,
                true,
                Collections.nCopies(11, "a@example.org"),
                0);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> house.wants(wish))
                .satisfies(refused -> assertThat(refused.faults()).hasSize(4));
    }
}
