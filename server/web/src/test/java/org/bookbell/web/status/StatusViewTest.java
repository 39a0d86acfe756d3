package org.bookbell.web.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.status.ChannelFigures;
import org.bookbell.status.GatewayFigures;
import org.bookbell.status.Incident;
import org.bookbell.status.Incident.Kind;
import org.bookbell.status.Status;
import org.bookbell.web.status.StatusView.IncidentLine;
import org.junit.jupiter.api.Test;

class StatusViewTest {

    private static final Instant NOW = Instant.parse("2026-11-02T16:10:00Z");

    @Test
    void without_an_incident_all_is_well() {
        var view = view(incident(Kind.SENDING, "", Optional.of(NOW), false));

        assertThat(view.isWell()).isTrue();
        assertThat(view.summary()).isEqualTo("Messages are sent and arrive as usual.");
    }

    @Test
    void the_summary_says_what_fails_what_matters_most_first() {
        var view = view(
                incident(Kind.EMAIL, "", Optional.empty(), false),
                incident(Kind.FAIL_OVER, "phones", Optional.empty(), false),
                incident(Kind.FAIL_OVER, "second", Optional.empty(), false));

        assertThat(view.isWell()).isFalse();
        assertThat(view.summary())
                .isEqualTo("A gateway takes messages and does not bring them. They go over another one."
                        + " E-mail cannot be sent at the moment.");
        assertThat(view(incident(Kind.SENDING, "", Optional.empty(), false)).summary())
                .isEqualTo("Messages are due and are not sent at the moment.");
        assertThat(view(incident(Kind.REFUSES, "phones", Optional.empty(), false))
                        .summary())
                .isEqualTo("A gateway takes no messages. They go over another one and arrive.");
    }

    @Test
    void each_kind_of_incident_has_a_title_while_it_lasts_and_another_afterwards() {
        assertThat(List.of(Kind.values()))
                .map(kind -> IncidentLine.of(
                                incident(kind, kind.isOfGateway() ? "phones" : "", Optional.empty(), false), NOW)
                        .title())
                .containsExactly(
                        "The gateway phones does not bring what it takes",
                        "The gateway phones takes no messages; others do",
                        "Messages are sent late",
                        "E-mail cannot be sent");
        assertThat(List.of(Kind.values()))
                .map(kind -> IncidentLine.of(
                                incident(kind, kind.isOfGateway() ? "phones" : "", Optional.of(NOW), false), NOW)
                        .title())
                .doesNotContainNull()
                .allMatch(
                        title -> title.contains("did") || title.contains("took") || title.matches(".*(were|could).*"));
    }

    @Test
    void one_that_ended_because_its_gateway_is_used_no_more_says_so() {
        var line = IncidentLine.of(incident(Kind.FAIL_OVER, "phones", Optional.of(NOW), true), NOW);

        assertThat(line.times())
                .isEqualTo("In doubt since Mon 2 Nov 16:00 UTC, known since Mon 2 Nov 16:05 UTC, used no more since Mon"
                        + " 2 Nov 16:10 UTC.");
        assertThat(line.next()).isEmpty();
    }

    @Test
    void a_gateway_tells_how_promptly_it_was_given_reminders() {
        var view = StatusView.of(
                new Status(
                        NOW,
                        List.of(new ChannelFigures("SMS", 4, 3)),
                        List.of(
                                new GatewayFigures("phones", "SMS", 4, 2, 1, 1, new ChannelFigures("SMS", 4, 3)),
                                new GatewayFigures("second", "SMS", 0, 0, 0, 0, new ChannelFigures("SMS", 0, 0))),
                        List.of()),
                List.of(),
                NOW);

        assertThat(view.gateways()).extracting(StatusView.GatewayLine::onTime).containsExactly("75 %", "–");
    }

    private static StatusView view(Incident... incidents) {
        return StatusView.of(new Status(NOW, List.of(), List.of(), List.of()), List.of(incidents), NOW);
    }

    private static Incident incident(Kind kind, String gateway, Optional<Instant> closedAt, boolean isWithdrawn) {
        return new Incident(
                1,
                kind,
                gateway,
                "",
                Optional.empty(),
                NOW.minusSeconds(600),
                NOW.minusSeconds(300),
                closedAt,
                isWithdrawn,
                List.of());
    }
}
