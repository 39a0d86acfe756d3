package org.bookbell.dispatch.forecast;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.forecast.ForecastLine.Obstacle;
import org.bookbell.dispatch.routing.Orders;
import org.bookbell.dispatch.routing.WaitReason;
import org.bookbell.message.MessageState;
import org.bookbell.message.ledger.LedgerCursor;
import org.bookbell.message.ledger.LedgerEntry;
import org.bookbell.message.ledger.Upcoming;
import org.bookbell.message.planning.Rechecks;
import org.bookbell.organization.Organizations;
import org.bookbell.plugin.gateway.OpenGateway;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.storage.transaction.UseCase;

/** Tells an organization what will be sent to whom in the next seven days, what will not, and why. */
@UseCase
public class Forecast {

    /** The longest page. */
    public static final int MOST_LINES = 200;

    private static final int DAYS = 7;

    private final Upcoming upcoming;
    private final Rechecks rechecks;
    private final CreditAhead credit;
    private final OpenGateways gateways;
    private final Orders orders;
    private final Organizations organizations;
    private final Clock clock;

    @Inject
    public Forecast(
            Upcoming upcoming,
            Rechecks rechecks,
            CreditAhead credit,
            OpenGateways gateways,
            Orders orders,
            Organizations organizations,
            Clock clock) {
        this.upcoming = upcoming;
        this.rechecks = rechecks;
        this.credit = credit;
        this.gateways = gateways;
        this.orders = orders;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * A page of the messages until the end of the seventh day, what is due next first.
     *
     * @param after where the page before ended; empty for the first
     * @param limit 1 to {@link #MOST_LINES}
     */
    public List<ForecastLine> list(long organizationId, Optional<LedgerCursor> after, int limit) {
        if (limit < 1 || limit > MOST_LINES) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_LINES + " but was " + limit);
        }
        var now = now();
        var until = startOf(today(organizationId).plusDays(DAYS), organizationId);
        var page = upcoming.list(organizationId, now, until, after, limit);
        var checked = rechecks.of(organizationId, page);
        var unpaid = credit.unpaid(organizationId, until, number -> costs(organizationId, number));
        return page.stream()
                .map(message -> line(message, Optional.ofNullable(checked.get(message.id())), unpaid, now))
                .toList();
    }

    /** The seven days, today first; what is late counts for today. */
    public List<ForecastDay> listDays(long organizationId) {
        var today = today(organizationId);
        return IntStream.range(0, DAYS)
                .mapToObj(today::plusDays)
                .map(day -> day(organizationId, day, day.equals(today)))
                .toList();
    }

    private ForecastDay day(long organizationId, LocalDate day, boolean isToday) {
        var from = isToday ? now() : startOf(day, organizationId);
        var until = startOf(day.plusDays(1), organizationId);
        return new ForecastDay(
                day,
                upcoming.count(organizationId, MessageState.PLANNED, isToday ? Instant.EPOCH : from, until),
                upcoming.count(organizationId, MessageState.SKIPPED, from, until));
    }

    private ForecastLine line(
            LedgerEntry message, Optional<Rechecks.Recheck> checked, CreditAhead.Unpaid unpaid, Instant now) {
        var obstacle = message.status().state() != MessageState.PLANNED
                ? Optional.of(asItStands(message))
                : tooLate(message, now)
                        .or(() -> checked.flatMap(Rechecks.Recheck::obstacle)
                                .map(reason -> new Obstacle(reason.name(), reason.words(message.channel()))))
                        .or(() -> withoutGateway(message))
                        .or(() -> unpaid.obstacleOf(message.id()));
        return new ForecastLine(message, obstacle, checked.flatMap(Rechecks.Recheck::movedFrom));
    }

    /** Planned not to be sent, or held until an operator decides. */
    private static Obstacle asItStands(LedgerEntry message) {
        var status = message.status();
        return new Obstacle(
                status.reasonCode().orElse(status.state().name()),
                status.reason().orElse("it is not to be sent"));
    }

    private static Optional<Obstacle> tooLate(LedgerEntry message, Instant now) {
        return now.isBefore(message.window().usefulUntil())
                ? Optional.empty()
                : Optional.of(new Obstacle("TOO_LATE", "it stopped being useful before it was sent"));
    }

    private Optional<Obstacle> withoutGateway(LedgerEntry message) {
        var address = message.to().address().orElse("");
        if (!serving(message.organizationId(), message.channel(), address).isEmpty()) {
            return Optional.empty();
        }
        boolean isOwnOnly = orders.isOwnOnly(message.organizationId(), message.channel());
        return Optional.of(new Obstacle(
                isOwnOnly ? WaitReason.NO_OWN_GATEWAY : "NO_GATEWAY",
                WaitReason.noneIsThere(message.channel(), isOwnOnly)));
    }

    /** An organization's own account is paid by itself. */
    private boolean costs(long organizationId, String number) {
        return serving(organizationId, Channel.SMS, number).stream()
                .findFirst()
                .filter(first -> first.organizationId() != 0)
                .isEmpty();
    }

    private List<OpenGateway> serving(long organizationId, Channel channel, String address) {
        var kind = channel == Channel.SMS ? PluginKind.SMS : PluginKind.EMAIL;
        var serving = gateways.list(kind).stream()
                .filter(each -> each.serves(organizationId))
                .toList();
        return orders.of(organizationId, channel, address, serving);
    }

    private LocalDate today(long organizationId) {
        return LocalDate.ofInstant(now(), zone(organizationId));
    }

    private Instant startOf(LocalDate day, long organizationId) {
        return day.atStartOfDay(zone(organizationId)).toInstant();
    }

    private ZoneId zone(long organizationId) {
        return organizations.get(organizationId).zone();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
