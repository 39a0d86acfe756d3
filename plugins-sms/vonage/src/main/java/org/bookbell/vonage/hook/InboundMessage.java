package org.bookbell.vonage.hook;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.Reply;

/**
 * An SMS to one of the account's numbers, or a part of one ("Inbound SMS"; {@code sms.yml}, "Inbound SMS").
 *
 * @param place which part of which long message it is; empty for a whole one
 * @param reply what it says
 */
record InboundMessage(Optional<Place> place, Reply reply) {

    private static final Pattern NUMBER = Pattern.compile("\\+?[1-9][0-9]{6,14}");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}");
    private static final int LONGEST_ID = 120;

    /** A place in a long message, which all of its parts name alike; numbers begin at 1. */
    record Place(String from, String to, String reference, int total, int number) {}

    /** Empty for what is no text, and for what short codes and names send. */
    static Optional<InboundMessage> read(HookCall call) {
        var from = call.find("msisdn").filter(NUMBER.asMatchPredicate()).map(InboundMessage::international);
        var text = Optional.ofNullable(call.parameters().get("text"));
        var isBinary = call.find("type").filter("binary"::equals).isPresent();
        if (from.isEmpty() || text.isEmpty() || isBinary) {
            return Optional.empty();
        }
        return Optional.of(new InboundMessage(
                place(call, from.get()),
                new Reply(
                        from.get(),
                        call.find("to"),
                        text.get(),
                        call.find("messageId").filter(id -> id.length() <= LONGEST_ID),
                        UtcTime.find(call),
                        call.raw())));
    }

    private static String international(String number) {
        return number.startsWith("+") ? number : "+" + number;
    }

    private static Optional<Place> place(HookCall call, String from) {
        var isPart = call.find("concat").filter(Boolean::parseBoolean).isPresent();
        int total = count(call, "concat-total");
        int number = count(call, "concat-part");
        return isPart && number >= 1 && number <= total && total > 1
                ? Optional.of(new Place(
                        from,
                        call.find("to").orElse(""),
                        call.find("concat-ref").orElse(""),
                        total,
                        number))
                : Optional.empty();
    }

    private static int count(HookCall call, String name) {
        return call.find(name)
                .filter(COUNT.asMatchPredicate())
                .map(Integer::parseInt)
                .orElse(0);
    }
}
