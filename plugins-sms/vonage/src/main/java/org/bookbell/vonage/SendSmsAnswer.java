package org.bookbell.vonage;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.http.answer.RetryAfter;
import org.bookbell.http.rule.Json;
import org.bookbell.http.wire.Answer;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Refused;

/**
 * What the answer to a submission means. It is 200 whatever became of the message, and {@code messages[]} has a status for
 * each part, "0" for one that was taken ("Troubleshooting SMS").
 *
 * <p>A message is taken if all its parts were, and refused if none was; its id is that of its last part. If only some were,
 * a recipient may see those: that is unclear. An answer that is none of Vonage's comes from something before it, which may
 * have passed the message on.
 */
final class SendSmsAnswer {

    private static final String TAKEN = "0";
    private static final Pattern STATUS = Pattern.compile("[0-9]{1,5}");
    private static final int LONGEST_ID = 120;

    private SendSmsAnswer() {}

    static SubmitResult read(Answer answer, Clock clock) {
        return answer.status() / 100 == 2 ? readParts(parts(answer.text())) : readFailure(answer, clock);
    }

    private record Part(Optional<String> status, Optional<String> id) {

        static Part read(JsonObject message) {
            return new Part(
                    Json.find(message, "status").filter(STATUS.asMatchPredicate()),
                    Json.find(message, "message-id").filter(id -> !id.isBlank() && id.length() <= LONGEST_ID));
        }

        boolean isTaken() {
            return status.filter(TAKEN::equals).isPresent();
        }
    }

    private static List<Part> parts(String text) {
        return Json.readObject(text)
                .map(answer ->
                        answer.get("messages") instanceof JsonArray messages ? messages : JsonArray.EMPTY_JSON_ARRAY)
                .orElse(JsonArray.EMPTY_JSON_ARRAY)
                .stream()
                .map(message -> message instanceof JsonObject object ? object : JsonObject.EMPTY_JSON_OBJECT)
                .map(Part::read)
                .toList();
    }

    private static SubmitResult readParts(List<Part> parts) {
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.status().isEmpty())) {
            return SubmitResult.unclear("The answer is none of Vonage's.");
        }
        var taken = parts.stream().filter(Part::isTaken).count();
        if (taken == parts.size()) {
            return parts.get(parts.size() - 1)
                    .id()
                    .map(id -> SubmitResult.accepted(id, parts.size()))
                    .orElseGet(() -> SubmitResult.unclear("The answer names no message."));
        }
        var status = parts.stream()
                .filter(part -> !part.isTaken())
                .findFirst()
                .flatMap(Part::status)
                .orElseThrow();
        return taken == 0
                ? refused(status)
                : SubmitResult.unclear(taken + " of " + parts.size() + " parts were taken, another one was not ("
                        + status + "). " + SubmitStatus.of(status).words());
    }

    private static SubmitResult refused(String status) {
        var meaning = SubmitStatus.of(status);
        return SubmitResult.refused(meaning.reason(), status, meaning.words());
    }

    /** By the classes of HTTP (RFC 9110, 15): 503 and 4xx say that it was not done, other 5xx come from anywhere. */
    private static SubmitResult readFailure(Answer answer, Clock clock) {
        var code = Integer.toString(answer.status());
        return switch (answer.status()) {
            case 401, 402, 403, 407 ->
                SubmitResult.refused(RefusalReason.ACCOUNT, code, "Vonage refuses the account or our address.");
            case 413, 414 -> SubmitResult.refused(RefusalReason.CONTENT, code, "The request is too long.");
            case 429 -> new Refused(RefusalReason.THROTTLED, code, "Too many requests.", RetryAfter.of(answer, clock));
            case 408, 503 ->
                new Refused(
                        RefusalReason.UNAVAILABLE,
                        code,
                        "Vonage takes no messages for now.",
                        RetryAfter.of(answer, clock));
            default ->
                answer.status() / 100 == 5
                        ? SubmitResult.unclear("The answer was " + code + ", which may come from anywhere on the way.")
                        : SubmitResult.refused(RefusalReason.OTHER, code, "The request was refused.");
        };
    }
}
