package org.bookbell.export.feed.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.export.feed.Detail;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VeilTest {

    private static final Instant START = Instant.parse("2026-11-03T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "Ann Example, A. E.",
        "jean-luc picard, J. L. P.",
        "'  Zoë   Ångström ', Z. Å.",
        "e\u0301mile, E\u0301.",
        "😀 Smile, 😀. S.",
        "'', ''"
    })
    void initials_are_first_letters(String name, String initials) {
        assertThat(Veil.initials(name)).isEqualTo(initials);
    }

    @Test
    void busy_tells_nobody_s_name_and_nothing_of_who_came() {
        var shown = Veil.forMembers(anAppointment("NO_SHOW"), Detail.BUSY);

        assertThat(shown.toString())
                .doesNotContain("Ann", "Massage", "Bea", "example.org", "+1212", "child", "NO_SHOW");
        assertThat(shown.start()).isEqualTo(START);
    }

    @Test
    void initials_tell_no_name_address_or_note() {
        var shown = Veil.forMembers(anAppointment("BOOKED"), Detail.INITIALS);

        assertThat(shown.toString()).contains("A. E.", "Massage", "Bea").doesNotContain("Ann", "@", "+1212", "child");
    }

    @Test
    void everything_is_everything() {
        assertThat(Veil.forMembers(anAppointment("BOOKED"), Detail.FULL)).isEqualTo(anAppointment("BOOKED"));
    }

    @ParameterizedTest
    @EnumSource(Detail.class)
    void a_client_reads_nothing_of_what_the_organization_keeps_on_them(Detail detail) {
        var shown = Veil.forClient(anAppointment("NO_SHOW"), detail, "Practice");

        assertThat(shown.toString()).doesNotContain("Ann", "@", "+1212", "child", "NO_SHOW");
    }

    @Test
    void what_was_cancelled_stays_cancelled() {
        assertThat(Veil.forMembers(anAppointment("CANCELLED"), Detail.BUSY).status())
                .isEqualTo("CANCELLED");
        assertThat(Veil.forClient(anAppointment("CANCELLED"), Detail.FULL, "Practice")
                        .status())
                .isEqualTo("CANCELLED");
    }

    private static ExportedAppointment anAppointment(String status) {
        return new ExportedAppointment(
                "0HZX5A7PQ9K3M",
                2,
                status,
                START,
                START.plusSeconds(3600),
                ZoneId.of("Europe/Berlin"),
                "Massage",
                "Bea Stark",
                "Ann Example",
                Optional.of("ann@example.org"),
                Optional.of("+12125550123"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("with child"),
                START,
                START,
                ReminderState.NONE);
    }
}
