package org.bookbell.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bookbell.spi.Setting;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * What one account plays.
 *
 * @param behavior what it does with a message
 * @param reason why it refuses where it does
 * @param receiptAfter how long after taking a message it reports
 * @param delay how long a delayed message is on its way
 * @param answerAfter how long a late answer takes
 * @param losses how many of those that would be delivered are not
 * @param isByHook whether receipts and replies come by HTTP, as a provider's do
 * @param hookSecret with which calls of the web hook are signed
 */
record Play(
        Behavior behavior,
        RefusalReason reason,
        Duration receiptAfter,
        Duration delay,
        Duration answerAfter,
        Losses losses,
        boolean isByHook,
        Optional<String> hookSecret) {

    private static final String DIRECT = "direct";
    private static final String HOOK = "hook";

    static final List<Setting> SETTINGS = List.of(
            Setting.choice("behavior", "Behavior", Behavior.words())
                    .withHelp("What becomes of each message, so that you can play an outage."),
            Setting.choice("refusalReason", "Reason of refusals", reasons())
                    .withDefault(RefusalReason.BLOCKED.name())
                    .withHelp("Told by the behavior refuse."),
            Setting.number("receiptAfterSeconds", "Receipt after (seconds)", 1)
                    .withHelp("How long after it took a message the account reports what became of it."),
            Setting.number("delaySeconds", "Delay (seconds)", 120)
                    .withHelp("How long a message is on its way with the behavior delay."),
            Setting.number("answerAfterMillis", "Late answer after (milliseconds)", 15_000)
                    .withHelp("How long the behavior answerLate takes; the server usually gives up after 10000."),
            Setting.number("undeliveredPercent", "Undelivered, of a hundred", 0)
                    .withHelp("How many of a hundred messages that would be delivered are reported as undelivered."),
            Setting.number("silentPercent", "Without a receipt, of a hundred", 0)
                    .withHelp("How many of a hundred messages that would be delivered are never heard of again."),
            Setting.choice("receiptsBy", "Receipts and replies come", List.of(DIRECT, HOOK))
                    .withHelp("Within the server, or by HTTP to the gateway's web hook as those of a provider."),
            Setting.secret("hookSecret", "Secret of the web hook")
                    .optional()
                    .withHelp("Signs each call of the web hook; without it the token in its address is the proof."));

    static Play of(Settings given) {
        var settings = given.withDefaults(SETTINGS);
        return new Play(
                Behavior.of(settings.get("behavior")),
                RefusalReason.valueOf(settings.get("refusalReason")),
                Duration.ofSeconds(settings.getInt("receiptAfterSeconds", 0)),
                Duration.ofSeconds(settings.getInt("delaySeconds", 0)),
                Duration.ofMillis(settings.getInt("answerAfterMillis", 0)),
                new Losses(settings.getInt("undeliveredPercent", 0), settings.getInt("silentPercent", 0)),
                settings.find("receiptsBy").filter(HOOK::equals).isPresent(),
                settings.find("hookSecret"));
    }

    /**
     * What will be reported of a message that is worth delivering for {@code validity}, and after how long.
     *
     * @param number how many the account took before
     */
    Fate fateOf(Duration validity, int number) {
        if (!behavior.delivers()) {
            return usualFate(validity);
        }
        return losses.of(number, receiptAfter).orElseGet(() -> usualFate(validity));
    }

    private Fate usualFate(Duration validity) {
        return switch (behavior) {
            case DELIVER, ANSWER_LATE -> arriving(receiptAfter, validity);
            case DELAY -> arriving(delay, validity);
            case UNDELIVERED -> new Fate(Receipt.State.UNDELIVERED, "rejected", receiptAfter);
            case ACCEPT_AND_NEVER_DELIVER, REFUSE, REFUSE_FOR_NOW -> Fate.UNTOLD;
        };
    }

    private static Fate arriving(Duration way, Duration validity) {
        return way.compareTo(validity) <= 0
                ? new Fate(Receipt.State.DELIVERED, "", way)
                : new Fate(Receipt.State.UNDELIVERED, "expired", validity);
    }

    private static List<String> reasons() {
        return Arrays.stream(RefusalReason.values()).map(Enum::name).toList();
    }
}
