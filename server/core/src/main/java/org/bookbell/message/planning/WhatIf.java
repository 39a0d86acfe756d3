package org.bookbell.message.planning;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.BookedAppointments;
import org.bookbell.message.MessageState;
import org.bookbell.message.planning.WhatIfLine.Effect;
import org.bookbell.message.planning.owed.Obligations;
import org.bookbell.message.planning.row.Correction;
import org.bookbell.message.planning.row.MessageRows;
import org.bookbell.message.planning.row.PlannedMessage;
import org.bookbell.message.planning.row.SkipReason;
import org.bookbell.message.planning.row.StoredMessage;
import org.bookbell.message.planning.rule.RuleBook;
import org.bookbell.message.planning.rule.RuleChange;
import org.bookbell.message.planning.rule.RuleStore;
import org.bookbell.storage.transaction.UseCase;

/** Tells which reminders would be sent if a rule were another; nothing is written. */
@UseCase
public class WhatIf {

    /** How many lines one answer holds at most. */
    public static final int MOST_LINES = 200;

    private static final int PAGE = 250;
    private static final Comparator<WhatIfLine> IN_ORDER =
            Comparator.comparing(line -> line.window().dueAt());

    private final BookedAppointments appointments;
    private final RuleStore store;
    private final Obligations obligations;
    private final MessageRows rows;
    private final Clock clock;

    @Inject
    WhatIf(BookedAppointments appointments, RuleStore store, Obligations obligations, MessageRows rows, Clock clock) {
        this.appointments = appointments;
        this.store = store;
        this.obligations = obligations;
        this.rows = rows;
        this.clock = clock;
    }

    /** The reminders that are due before {@code until} with {@code change} made, what is due next first. */
    public List<WhatIfLine> list(long organizationId, RuleChange change, Instant until) {
        change.ruleId().ifPresent(id -> store.get(organizationId, id));
        store.check(organizationId, change);
        var rules = change.apply(obligations.rulesOf(organizationId), Long.MAX_VALUE);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var lines = new ArrayList<WhatIfLine>();
        var after = 0L;
        for (var seen = 0; seen < Replanning.MOST_APPOINTMENTS; seen += PAGE) {
            var page = appointments.list(organizationId, now, after, PAGE);
            lines(organizationId, page, rules, now)
                    .filter(line -> line.isDueWithin(now, until))
                    .forEach(lines::add);
            if (page.size() < PAGE) {
                break;
            }
            after = page.get(page.size() - 1).key().appointmentId();
        }
        return lines.stream().sorted(IN_ORDER).limit(MOST_LINES).toList();
    }

    private Stream<WhatIfLine> lines(long organizationId, List<AppointmentFacts> page, RuleBook rules, Instant now) {
        var owed = obligations.of(organizationId, page, rules);
        var stored = rows.listOf(
                page.stream().map(facts -> facts.key().appointmentId()).toList());
        return page.stream().flatMap(facts -> {
            var own = stored.getOrDefault(facts.key().appointmentId(), List.of());
            return lines(facts, own, Correction.of(facts, owed.reminders(facts, now), own, now));
        });
    }

    private static Stream<WhatIfLine> lines(AppointmentFacts facts, List<StoredMessage> stored, Correction correction) {
        var changed =
                correction.changed().stream().map(each -> each.stored().id()).collect(Collectors.toSet());
        var kept = stored.stream()
                .filter(row -> row.isReminder()
                        && !changed.contains(row.id())
                        && !correction.surplus().containsKey(row))
                .filter(row -> row.state().isOpen() || row.state() == MessageState.SKIPPED)
                .flatMap(row -> of(facts, row, Effect.KEPT));
        var dropped = correction.surplus().keySet().stream()
                .filter(StoredMessage::isReminder)
                .flatMap(row -> of(facts, row, Effect.DROPPED));
        var added = correction.missing().stream().map(message -> of(facts, message, Effect.ADDED, Optional.empty()));
        var moved = correction.changed().stream().map(change -> of(facts, change));
        return Stream.of(kept, dropped, added, moved).flatMap(each -> each);
    }

    private static WhatIfLine of(AppointmentFacts facts, Correction.Change change) {
        return change.isRevival()
                ? of(facts, change.planned(), Effect.ADDED, Optional.empty())
                : of(
                        facts,
                        change.planned(),
                        Effect.MOVED,
                        Optional.of(change.stored().window().dueAt()));
    }

    private static WhatIfLine of(
            AppointmentFacts facts, PlannedMessage message, Effect effect, Optional<Instant> before) {
        return new WhatIfLine(
                facts.key().appointmentId(),
                facts.time().start(),
                message.recipient(),
                message.channel(),
                message.window(),
                effect,
                before,
                Optional.ofNullable(message.skipped()));
    }

    /** Whoever is no longer told of the appointment has no line. */
    private static Stream<WhatIfLine> of(AppointmentFacts facts, StoredMessage row, Effect effect) {
        return facts
                .findRecipient(row.key().recipientKind(), row.key().recipientId())
                .map(recipient -> new WhatIfLine(
                        facts.key().appointmentId(),
                        facts.time().start(),
                        recipient,
                        row.key().channel(),
                        row.window(),
                        effect,
                        Optional.empty(),
                        skipped(row)))
                .stream();
    }

    private static Optional<SkipReason> skipped(StoredMessage row) {
        return row.reasonCode()
                .filter(code -> row.state() == MessageState.SKIPPED)
                .flatMap(SkipReason::find);
    }
}
