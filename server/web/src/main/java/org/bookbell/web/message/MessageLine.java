package org.bookbell.web.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.bookbell.message.MessageKind;
import org.bookbell.message.MessageState;
import org.bookbell.message.ledger.LedgerEntry;
import org.bookbell.storage.Ids;
import org.bookbell.web.page.Words;

/** A message on one line of a page. */
public record MessageLine(
        String path,
        String kind,
        String channel,
        String to,
        String address,
        String due,
        MessageState state,
        String since,
        String reason,
        String appointmentPath,
        boolean isMoving) {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration JUST_NOW = Duration.ofMinutes(5);

    /** How the entry stands at {@code now}. */
    public static MessageLine of(LedgerEntry entry, ZoneId zone, String root, Instant now) {
        return new MessageLine(
                root + "/messages/" + Ids.text(entry.id()),
                kind(entry.kind()),
                entry.channel().name().equals("SMS") ? "SMS" : "e-mail",
                entry.facts().to().name(),
                entry.to().address().orElse(""),
                Words.moment(entry.window().dueAt(), zone),
                entry.status().state(),
                Words.exactMoment(entry.status().since(), zone),
                entry.status()
                        .reason()
                        .map(reason -> tellsMore(reason, entry.status().state(), zone))
                        .orElse(""),
                entry.appointmentId()
                        .map(id -> root + "/appointments/" + Ids.text(id))
                        .orElse(""),
                isMoving(entry, now));
    }

    /** Whether its state changes any moment, so that a page that shows it looks again. */
    private static boolean isMoving(LedgerEntry entry, Instant now) {
        return switch (entry.status().state()) {
            case PLANNED -> entry.window().dueAt().isBefore(now.plus(SOON));
            case CLAIMED, SUBMITTING, ACCEPTED, UNCLEAR ->
                entry.status().since().isAfter(now.minus(JUST_NOW));
            default -> false;
        };
    }

    /** A detail with its instants as local times; empty where it only repeats the state. */
    static String tellsMore(String detail, MessageState state, ZoneId zone) {
        return detail.equalsIgnoreCase(inWords(state)) ? "" : Words.localized(detail, zone);
    }

    /** The state in words. */
    public String stateInWords() {
        return inWords(state);
    }

    /** How well it stands: {@code good}, {@code open}, {@code bad} or {@code none}. */
    public String mood() {
        return switch (state) {
            case DELIVERED -> "good";
            case PLANNED, CLAIMED, HELD, SUBMITTING, ACCEPTED, UNCLEAR, UNKNOWN -> "open";
            case REFUSED, UNDELIVERED, SUSPECT, TOO_LATE -> "bad";
            case SKIPPED, CANCELLED -> "none";
        };
    }

    static String inWords(MessageState state) {
        return switch (state) {
            case PLANNED -> "planned";
            case CLAIMED -> "claimed";
            case HELD -> "held back";
            case SUBMITTING -> "being handed over";
            case ACCEPTED -> "accepted by the gateway";
            case REFUSED -> "refused";
            case UNCLEAR -> "unclear";
            case DELIVERED -> "delivered";
            case UNDELIVERED -> "not delivered";
            case UNKNOWN -> "probably delivered";
            case SUSPECT -> "suspect";
            case SKIPPED -> "not sent";
            case TOO_LATE -> "too late";
            case CANCELLED -> "cancelled";
        };
    }

    private static String kind(MessageKind kind) {
        return switch (kind) {
            case CONFIRMATION -> "Confirmation";
            case CHANGE -> "Change";
            case CANCELLATION -> "Cancellation";
            case REMINDER -> "Reminder";
            case AGENDA -> "Agenda";
            case OFFER -> "Offer";
            case ALERT -> "Alert";
            case CANARY -> "Canary";
        };
    }
}
