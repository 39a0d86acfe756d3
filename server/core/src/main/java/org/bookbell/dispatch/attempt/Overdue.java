package org.bookbell.dispatch.attempt;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.Routes;
import org.bookbell.dispatch.claim.Claim;
import org.bookbell.dispatch.claim.History;
import org.bookbell.dispatch.claim.History.Call;
import org.bookbell.dispatch.claim.History.Event;
import org.bookbell.dispatch.claim.LeaseTime;
import org.bookbell.dispatch.claim.RetryRule;
import org.bookbell.dispatch.claim.SetAside;
import org.bookbell.dispatch.claim.Unreadable;
import org.bookbell.dispatch.lost.Lost;
import org.bookbell.dispatch.lost.LostRule;
import org.bookbell.message.MessageKind;
import org.bookbell.message.MessageState;
import org.bookbell.message.timing.WorkingHours;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Moves messages on whose time has come without anybody speaking: claims that expired, answers and receipts that never
 * came (what is done about the unknown is decided in {@code unknown}), and what a gateway took and did not bring, which is
 * sent again while it is useful: after a receipt as {@code lost} decides, after a mere suspicion by one other gateway.
 */
@Dependent
public class Overdue {

    private static final int AT_ONCE = 500;
    /** In this order they are moved on. */
    private static final List<MessageState> ENDING = List.of(
            MessageState.CLAIMED,
            MessageState.SUBMITTING,
            MessageState.UNCLEAR,
            MessageState.ACCEPTED,
            MessageState.UNDELIVERED,
            MessageState.SUSPECT);

    private final JobsDatabase database;
    private final History history;
    private final LeaseTime lease;
    private final Routes routes;
    private final RetryRule retries;
    private final SetAside setAside;
    private final Clock clock;

    @Inject
    public Overdue(
            JobsDatabase database,
            History history,
            LeaseTime lease,
            Routes routes,
            RetryRule retries,
            SetAside setAside,
            Clock clock) {
        this.database = database;
        this.history = history;
        this.lease = lease;
        this.routes = routes;
        this.retries = retries;
        this.setAside = setAside;
        this.clock = clock;
    }

    private record Late(
            long id,
            long organizationId,
            Channel channel,
            String address,
            MessageState state,
            Instant stateAt,
            Instant usefulUntil,
            Instant latestToCall,
            Optional<String> reason,
            Optional<RefusalReason> given,
            int attempts,
            boolean isCanary,
            int unclearAttempts,
            int suspectAttempts) {

        static final String COLUMNS =
                "id, organization_id, kind, channel, address, state, state_at, useful_until, reason, attempts,"
                        + " appointment_start,"
                        + " (SELECT o.zone FROM organization o WHERE o.id = message.organization_id) AS zone,"
                        + " (SELECT a.reason FROM attempt a WHERE a.message_id = message.id"
                        + " AND a.attempt_no = message.attempts) AS given,"
                        + " (SELECT COUNT(*) FROM attempt a WHERE a.message_id = message.id AND a.state = 'UNCLEAR') AS unclear,"
                        + " (SELECT COUNT(*) FROM attempt a WHERE a.message_id = message.id AND a.state = 'SUSPECT') AS suspect";

        /** Whether a gateway took it and did not bring it. */
        boolean isLost() {
            return state == MessageState.UNDELIVERED || state == MessageState.SUSPECT;
        }

        static Late read(Row row) throws SQLException {
            return new Late(
                    row.getLong("id"),
                    row.getLong("organization_id"),
                    Channel.valueOf(row.getText("channel")),
                    row.findText("address").orElse(""),
                    MessageState.valueOf(row.getText("state")),
                    row.getInstant("state_at"),
                    row.getInstant("useful_until"),
                    WorkingHours.latestToCall(
                            row.getInstant("useful_until"), row.findInstant("appointment_start"), Claim.zone(row)),
                    row.findText("reason"),
                    row.findText("given").map(RefusalReason::valueOf),
                    row.getInt("attempts"),
                    row.getText("kind").equals(MessageKind.CANARY.name()),
                    row.getInt("unclear"),
                    row.getInt("suspect"));
        }
    }

    /** What becomes of one late message. */
    private record Step(Late late, MessageState to, Instant tryAt, String detail, Optional<String> callFor) {}

    /** Moves on all that is late, and answers how many messages that were. */
    public int settle() {
        int settled = 0;
        int moved;
        do {
            moved = listLateStates().stream()
                    .mapToInt(state -> settleSome(late(state), state == MessageState.SUBMITTING))
                    .sum();
            settled += moved;
        } while (moved > 0);
        return settled;
    }

    /** The states in which something is late: mostly none, which one question answers. */
    private List<MessageState> listLateStates() {
        var now = clock.instant();
        var parameters = new ArrayList<Object>();
        var questions = new ArrayList<String>();
        for (var state : ENDING) {
            var condition = late(state);
            questions.add("SELECT '" + state + "' AS state FROM DUAL WHERE EXISTS (SELECT 1 FROM message WHERE "
                    + condition + ")");
            if (condition.contains("?")) {
                parameters.add(now);
            }
        }
        return database.withoutTransaction(sql -> sql.list(
                String.join(" UNION ALL ", questions),
                row -> MessageState.valueOf(row.getText("state")),
                parameters.toArray()));
    }

    private String late(MessageState state) {
        var isClaim = state == MessageState.CLAIMED || state == MessageState.SUBMITTING;
        return "state = '" + state + "' AND " + (isClaim ? "claimed_until <= " + lease.now() : "try_at <= ?");
    }

    private int settleSome(String condition, boolean neverAnswered) {
        var now = clock.instant();
        var question = "SELECT " + Late.COLUMNS + " FROM message WHERE " + condition + " LIMIT " + AT_ONCE;
        var unreadable = new Unreadable();
        int settled = database.inTransaction(sql -> {
            var parameters = condition.contains("?") ? new Object[] {now} : new Object[0];
            var late = unreadable.list(sql, "id", question, Late::read, parameters);
            if (late.isEmpty()) {
                return 0;
            }
            var tried = tried(sql, late);
            var steps = late.stream()
                    .map(each -> next(each, tried.getOrDefault(each.id(), Set.of()), now))
                    .toList();
            return write(sql, condition, steps, now, neverAnswered);
        });
        return settled + setAside.end(unreadable.messages());
    }

    /** Over which gateways those were tried that did not arrive. */
    private static Map<Long, Set<String>> tried(Sql sql, List<Late> late) {
        var lost = late.stream().filter(Late::isLost).map(Late::id).toArray();
        if (lost.length == 0) {
            return Map.of();
        }
        var tried = new HashMap<Long, Set<String>>();
        sql.list(
                        "SELECT message_id, gateway FROM attempt WHERE message_id IN " + Sql.marks(lost.length),
                        row -> Map.entry(row.getLong("message_id"), row.getText("gateway")),
                        lost)
                .forEach(each -> tried.computeIfAbsent(each.getKey(), id -> new HashSet<>())
                        .add(each.getValue()));
        return tried;
    }

    private Step next(Late late, Set<String> tried, Instant now) {
        boolean useful = now.isBefore(late.usefulUntil());
        return switch (late.state()) {
            case CLAIMED -> new Step(late, MessageState.PLANNED, now, "the claim expired", Optional.empty());
            case SUBMITTING ->
                new Step(
                        late,
                        MessageState.UNCLEAR,
                        retries.afterUnclear(
                                now, late.usefulUntil(), late.latestToCall(), late.unclearAttempts() + 1, false),
                        "the sender died before the gateway's answer",
                        Optional.empty());
            case UNCLEAR ->
                useful && mayBeSentAgain(late, now)
                        ? new Step(late, MessageState.PLANNED, now, "no receipt came; sent again", Optional.empty())
                        : new Step(
                                late,
                                MessageState.UNKNOWN,
                                RetryRule.NEVER,
                                "nobody knows whether the gateway took it",
                                Optional.of("UNCLEAR"));
            case ACCEPTED ->
                late.given().isPresent()
                        ? delayed(late, now)
                        : new Step(late, MessageState.UNKNOWN, now, "accepted, but no receipt came", Optional.empty());
            case UNDELIVERED, SUSPECT -> lost(late, tried, now);
            default -> throw new IllegalStateException("message in state " + late.state() + " cannot be late");
        };
    }

    /** A blind second send is the last one; a gateway that knows repeated attempts is asked while one may still call. */
    private static boolean mayBeSentAgain(Late late, Instant now) {
        return late.unclearAttempts() <= 1 || now.isBefore(late.latestToCall());
    }

    /** Its gateway said that it is late: a better word may come for as long as there is time to call without it. */
    private static Step delayed(Late late, Instant now) {
        var reason = late.reason().orElse("not delivered yet");
        return now.isBefore(late.latestToCall())
                ? new Step(late, MessageState.ACCEPTED, late.latestToCall(), reason, Optional.empty())
                : new Step(
                        late,
                        MessageState.UNDELIVERED,
                        RetryRule.NEVER,
                        reason + ", and nothing was heard since",
                        Optional.of(MessageState.UNDELIVERED.name()));
    }

    private Step lost(Late late, Set<String> tried, Instant now) {
        var next = LostRule.next(
                new Lost(
                        late.given(),
                        !late.isCanary() && late.suspectAttempts() <= 1,
                        routes.hasUntried(late.organizationId(), late.channel(), late.address(), tried),
                        late.attempts(),
                        late.usefulUntil(),
                        late.latestToCall()),
                now);
        var reason = late.reason().orElse("it did not arrive");
        return next.againAt()
                .map(at -> new Step(late, MessageState.PLANNED, at, again(at, now) + reason, Optional.empty()))
                .orElseGet(() -> new Step(late, late.state(), RetryRule.NEVER, reason, Optional.of(callCode(late))));
    }

    private static String again(Instant at, Instant now) {
        return at.equals(now) ? "sent again by another gateway: " : "sent again from " + at + ": ";
    }

    /** The reason where it says more than that the message did not arrive. */
    private static String callCode(Late late) {
        return late.given()
                .filter(reason -> late.state() == MessageState.UNDELIVERED)
                .map(Enum::name)
                .orElse(late.state().name());
    }

    private int write(Sql sql, String condition, List<Step> steps, Instant now, boolean neverAnswered) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var step : steps) {
            rows.add(new @Nullable Object[] {
                step.to(),
                now,
                step.tryAt(),
                step.detail(),
                step.late().id(),
                step.late().state(),
                step.late().stateAt()
            });
        }
        var stillLate = condition.contains("?") ? "" : " AND claimed_until <= " + lease.now();
        var counts = sql.batch(
                "UPDATE message SET state = ?, state_at = ?, try_at = ?, reason = ?, claimed_until = NULL"
                        + " WHERE id = ? AND state = ? AND state_at = ?" + stillLate,
                rows);
        var moved = new ArrayList<Step>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                moved.add(steps.get(i));
            }
        }
        if (neverAnswered) {
            endAttempts(sql, moved, now);
        }
        history.add(
                sql,
                moved.stream()
                        .filter(step -> step.to() != step.late().state())
                        .map(step -> new Event(step.late().id(), step.to(), now, null, step.detail()))
                        .toList());
        history.call(
                sql,
                moved.stream()
                        .flatMap(step ->
                                step
                                        .callFor()
                                        .map(code -> new Call(step.late().id(), code, step.detail(), now))
                                        .stream())
                        .toList());
        return moved.size();
    }

    private static void endAttempts(Sql sql, List<Step> steps, Instant now) {
        sql.batch(
                "UPDATE attempt SET state = 'UNCLEAR', answered_at = ? WHERE message_id = ? AND state = 'SUBMITTING'",
                steps.stream()
                        .map(step -> new @Nullable Object[] {now, step.late().id()})
                        .toList());
    }
}
