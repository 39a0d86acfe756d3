package org.bookbell.web.choice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.client.choice.OwnChoices;

/**
 * The form of somebody's own choices: a line for each kind of message, in it a list to choose from for each channel.
 *
 * @param path where it is sent
 * @param remarks what keeps a channel from working, whatever is chosen
 * @param consent what must be agreed to before text messages come; empty if nothing has to be
 */
public record ChoicesForm(String path, List<Line> lines, List<String> remarks, String consent) {

    private static final int HOURS_OF_DAY = 24;
    private static final List<Integer> USUAL_HOURS = List.of(1, 2, 3, 4, 6, 12, 24, 48, 72, 168);
    private static final List<Channel> CHANNELS = List.of(Channel.SMS, Channel.EMAIL);

    /** One kind of message. */
    public record Line(String title, String about, List<Cell> cells) {}

    /**
     * One kind of message over one channel.
     *
     * @param label what is chosen here, for whoever does not see the table
     */
    public record Cell(String field, String label, List<Option> options) {}

    /** One thing that may be chosen. */
    public record Option(String value, String text, boolean isChosen) {}

    static ChoicesForm of(String path, OwnChoices chosen, List<String> remarks, String consent) {
        var lines = Stream.of(ChosenMessage.values())
                .map(message -> new Line(
                        message.title(),
                        message.about(),
                        CHANNELS.stream()
                                .map(channel -> cell(message, channel, chosen))
                                .toList()))
                .toList();
        return new ChoicesForm(path, lines, remarks, consent);
    }

    private static Cell cell(ChosenMessage message, Channel channel, OwnChoices chosen) {
        var value = chosen.choices().stream()
                .filter(choice -> choice.messageKind().equals(message.name()) && choice.channel() == channel)
                .map(ChoicesInput::value)
                .findFirst()
                .orElse("");
        var by = channel == Channel.SMS ? " by text message" : " by e-mail";
        return new Cell(message.field(channel), message.title() + by, options(message, value));
    }

    private static List<Option> options(ChosenMessage message, String value) {
        var options = new ArrayList<Option>();
        options.add(option("", "as usual", value));
        options.add(option(ChoicesInput.YES, "yes", value));
        options.add(option(ChoicesInput.NO, "never", value));
        if (message.hasLead()) {
            Stream.concat(USUAL_HOURS.stream(), ownHours(value))
                    .distinct()
                    .sorted()
                    .map(hours -> option(String.valueOf(hours), inWords(hours), value))
                    .forEach(options::add);
        }
        return options;
    }

    private static Stream<Integer> ownHours(String value) {
        return value.chars().allMatch(Character::isDigit) && !value.isEmpty()
                ? Stream.of(Integer.valueOf(value))
                : Stream.empty();
    }

    private static Option option(String value, String text, String chosen) {
        return new Option(value, text, value.equals(chosen));
    }

    private static String inWords(int hours) {
        if (hours % HOURS_OF_DAY != 0) {
            return number(hours, "hour") + " before";
        }
        return number((int) Duration.ofHours(hours).toDays(), "day") + " before";
    }

    private static String number(int amount, String unit) {
        return amount + " " + unit + (amount == 1 ? "" : "s");
    }
}
