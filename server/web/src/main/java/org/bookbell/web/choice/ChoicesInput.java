package org.bookbell.web.choice;

import static org.bookbell.web.input.Kind.choice;
import static org.bookbell.web.input.Kind.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.bookbell.client.Channel;
import org.bookbell.client.choice.ContactChoice;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Reads own choices, from JSON or from the form. */
public final class ChoicesInput {

    static final String YES = "yes";
    static final String NO = "no";

    private static final int MOST = ChosenMessage.values().length * Channel.values().length;
    private static final Pattern HOURS = Pattern.compile("[1-9]\\d{0,2}");

    private ChoicesInput() {}

    /** Reads the array {@code choices}. */
    static List<ContactChoice> read(Input in) {
        in.check(
                in.isPresent("choices"),
                "choices",
                "The array \"choices\" is missing; an empty one returns to the organization's rules.");
        return in.objects("choices", MOST).stream().map(ChoicesInput::readOne).toList();
    }

    private static ContactChoice readOne(Input in) {
        var message = in.get("kind", choice(ChosenMessage.class));
        in.check(
                message.hasLead() || !in.isPresent("hoursBefore"),
                "hoursBefore",
                "Only a REMINDER has a time of its own; the others are sent at once.");
        return new ContactChoice(
                message.name(),
                in.get("channel", choice(Channel.class)),
                in.get("wanted", Kind.FLAG),
                in.find("hoursBefore", number(1, ContactChoice.MOST_HOURS))
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty()));
    }

    /** Reads the form, where what is as usual is left empty. */
    public static List<ContactChoice> readForm(Input in) {
        var choices = new ArrayList<ContactChoice>();
        for (var message : ChosenMessage.values()) {
            for (var channel : Channel.values()) {
                in.find(message.field(channel), wish(message, channel)).ifPresent(choices::add);
            }
        }
        return choices;
    }

    /** What stands in the form for {@code choice}. */
    static String value(ContactChoice choice) {
        if (!choice.wanted()) {
            return NO;
        }
        return choice.hoursBefore().isPresent()
                ? String.valueOf(choice.hoursBefore().getAsInt())
                : YES;
    }

    private static Kind<ContactChoice> wish(ChosenMessage message, Channel channel) {
        return Kind.value(
                new ContactChoice(message.name(), channel, true, OptionalInt.empty()),
                text -> parse(message, channel, text),
                "cannot be chosen here; choose one of the list.");
    }

    private static Optional<ContactChoice> parse(ChosenMessage message, Channel channel, String text) {
        if (text.equals(YES) || text.equals(NO)) {
            return Optional.of(new ContactChoice(message.name(), channel, text.equals(YES), OptionalInt.empty()));
        }
        return Optional.of(text)
                .filter(hours -> message.hasLead() && HOURS.matcher(hours).matches())
                .map(Integer::parseInt)
                .filter(hours -> hours <= ContactChoice.MOST_HOURS)
                .map(hours -> new ContactChoice(message.name(), channel, true, OptionalInt.of(hours)));
    }
}
