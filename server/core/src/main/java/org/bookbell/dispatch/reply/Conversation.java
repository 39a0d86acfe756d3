package org.bookbell.dispatch.reply;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.bookbell.storage.Sql;

/**
 * The messages that a reply may answer: what went from that sender to that address within 14 days, the latest first. Where
 * they are of more than one organization, nobody knows which is meant.
 */
final class Conversation {

    private static final Duration LENGTH = Duration.ofDays(14);

    private final List<Answered> messages;

    private Conversation(List<Answered> messages) {
        this.messages = messages;
    }

    static Conversation of(Sql sql, StoredReply reply) {
        var sent = sql.list(
                Answered.QUESTION,
                Answered::read,
                reply.from(),
                reply.receivedAt().minus(LENGTH));
        return new Conversation(among(sent, reply));
    }

    /** Of what was sent to the address, what came from the sender that was answered. */
    static List<Answered> among(List<Answered> sent, StoredReply reply) {
        var ofOwner =
                only(sent, each -> reply.gatewayOwner() == 0 || each.house().id() == reply.gatewayOwner());
        var bySender = only(ofOwner, each -> isSame(each.sender(), reply.to()));
        if (!bySender.isEmpty()) {
            return bySender;
        }
        // providers that name no sender, or one of their own in place of ours
        return only(ofOwner, each -> each.gateway().equals(reply.gateway()));
    }

    /** Whose the reply is; empty if it answers nothing, or if several organizations might be meant. */
    Optional<Answered> find() {
        return isAmbiguous() ? Optional.empty() : last();
    }

    /** Whether several organizations might be meant. */
    boolean isAmbiguous() {
        return messages.stream().map(each -> each.house().id()).distinct().count() > 1;
    }

    /** The last message about an appointment, else the last of all. */
    Optional<Answered> last() {
        return messages.stream()
                .filter(each -> each.appointmentId().isPresent())
                .findFirst()
                .or(() -> messages.stream().findFirst());
    }

    /** In which languages the reply may be. */
    List<Locale> languages() {
        return messages.stream()
                .flatMap(each -> List.of(each.house().locale(), each.language()).stream())
                .distinct()
                .toList();
    }

    private static List<Answered> only(List<Answered> all, Predicate<Answered> condition) {
        return all.stream().filter(condition).toList();
    }

    /** By digits where both are numbers: providers leave the plus sign out. */
    private static boolean isSame(Optional<String> shown, Optional<String> answered) {
        var one = shown.map(Conversation::plain).orElse("");
        return !one.isEmpty() && one.equals(answered.map(Conversation::plain).orElse(""));
    }

    private static String plain(String sender) {
        var digits = sender.replaceAll("[+\\s()./-]", "");
        return (digits.matches("\\d+") ? digits.replaceFirst("^0+", "") : sender.strip()).toLowerCase(Locale.ROOT);
    }
}
