package org.bookbell.spi.gateway;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a recipient answered by SMS. Texts that are longer than allowed are cut. Segments of one long answer are joined
 * before: each reply is a whole one.
 *
 * @param from who answers, in E.164 with its plus sign; what short codes and names send is no reply
 * @param to the sender they answered to, as the provider spells it, at most 40 characters; empty where it does not say
 * @param text the words as they came, at most 1,600 characters
 * @param providerMessageId the provider's id of the answer, of 1 to 120 characters, by which one that comes twice is
 *     recognized
 * @param occurredAt when, by the provider's clock; empty where it does not say or gives no zone
 * @param raw the answer as it came, at most 2,000 characters, kept as evidence; no secret
 */
public record Reply(
        String from,
        Optional<String> to,
        String text,
        Optional<String> providerMessageId,
        Optional<Instant> occurredAt,
        String raw) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");

    public Reply {
        if (!E164.matcher(from).matches()) {
            throw new IllegalArgumentException("reply must come from a number in E.164");
        }
        if (providerMessageId.filter(id -> id.isBlank() || id.length() > 120).isPresent()) {
            throw new IllegalArgumentException("id of the provider must have 1 to 120 characters");
        }
        to = to.map(text40 -> Texts.cut(text40, 40));
        text = Texts.cut(text, 1600);
        raw = Texts.cut(raw, 2000);
    }

    /** Shows the provider's id only: the rest is personal. */
    @Override
    public String toString() {
        return "Reply[" + providerMessageId.orElse("-") + "]";
    }
}
