package org.bookbell.twilio;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bookbell.http.answer.RetryAfter;
import org.bookbell.http.rule.Json;
import org.bookbell.http.wire.Answer;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;

/**
 * What Twilio's answer to a message means ("Messages resource"; "Twilio API responses", {@code docs/usage/twilios-response}:
 * an error is JSON with a code and a message). Of its words only the code is passed on, since they repeat the number.
 *
 * <p>4xx is refused for certain, 429 by Twilio's word for it (error 20429). After 500 the message may be sent all the same,
 * and sending it again may be a second one (error 20500), so that is unclear, as are 502 and 504 of whoever is between.
 */
final class MessageAnswer {

    private static final int LONGEST_ID = 120;
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,2}");
    private static final Pattern CODE = Pattern.compile("\\d{1,6}");
    private static final Set<RefusalReason> PASSING = Set.of(RefusalReason.THROTTLED, RefusalReason.UNAVAILABLE);

    private MessageAnswer() {}

    static SubmitResult read(Answer answer, Clock clock) {
        var json = json(answer);
        if (answer.status() / 100 == 2) {
            return taken(json);
        }
        var code = text(json, "code").filter(CODE.asMatchPredicate());
        var byCode = answer.status() / 100 == 4 ? code.flatMap(ErrorCodes::reason) : Optional.<RefusalReason>empty();
        return byCode.or(() -> byStatus(answer.status()))
                .map(reason -> refused(reason, code, answer, clock))
                .orElseGet(() -> SubmitResult.unclear("Twilio answered with status " + answer.status()
                        + ", after which the message may have been taken."));
    }

    private static SubmitResult taken(JsonObject json) {
        var sid = text(json, "sid").filter(id -> !id.isBlank() && id.length() <= LONGEST_ID);
        if (sid.isEmpty()) {
            return SubmitResult.unclear("Twilio's answer holds no SID of a message where one should be.");
        }
        // a Messaging Service says 0 until it chose a sender
        var segments =
                text(json, "num_segments").filter(COUNT.asMatchPredicate()).map(Integer::valueOf);
        return new Accepted(sid, segments);
    }

    /** Empty where it may have been taken; redirections are not followed, so that no secret goes elsewhere. */
    private static Optional<RefusalReason> byStatus(int status) {
        return switch (status) {
            case 401, 403, 404, 407 -> Optional.of(RefusalReason.ACCOUNT);
            case 429 -> Optional.of(RefusalReason.THROTTLED);
            case 408, 503 -> Optional.of(RefusalReason.UNAVAILABLE);
            case 301, 302, 307, 308 -> Optional.of(RefusalReason.OTHER);
            default -> status / 100 == 4 ? Optional.of(RefusalReason.OTHER) : Optional.empty();
        };
    }

    private static SubmitResult refused(RefusalReason reason, Optional<String> code, Answer answer, Clock clock) {
        var pause = PASSING.contains(reason) ? RetryAfter.of(answer, clock) : Optional.<Duration>empty();
        var error = code.map(number -> " and error " + number).orElse("");
        return new Refused(
                reason,
                code.orElse(Integer.toString(answer.status())),
                "Twilio answered with status " + answer.status() + error + ".",
                pause);
    }

    /** The object that {@code answer} holds; an empty one where it holds something else. */
    static JsonObject json(Answer answer) {
        return Json.read(answer.text())
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The text or number at {@code name}. */
    static Optional<String> text(JsonObject json, String name) {
        return Optional.ofNullable(json.get(name)).flatMap(value -> switch (value.getValueType()) {
            case STRING -> Optional.of(((JsonString) value).getString());
            case NUMBER -> Optional.of(value.toString());
            default -> Optional.empty();
        });
    }
}
