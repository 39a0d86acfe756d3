package org.bookbell.clickatell;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.http.rule.Json;
import org.bookbell.http.wire.Answer;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;

/**
 * What the platform's answer to a submission means: {@code messages[]} with one entry, which was accepted or has an error,
 * or an error of the whole request. The SMS API has {@code errorCode} and {@code error}, the One API {@code error} with
 * {@code code}; the status of HTTP is 202, 207, or one that fits the error ("SMS API"; "One API: Send messages", "Errors
 * Table").
 */
record PlatformAnswer(ErrorCodes meanings) {

    private static final Pattern CODE = Pattern.compile("[0-9]{1,6}");
    private static final int LONGEST_ID = 120;

    SubmitResult read(Answer answer, Clock clock) {
        var body = Json.readObject(answer.text()).orElse(JsonValue.EMPTY_JSON_OBJECT);
        var message = body.get("messages") instanceof JsonArray messages
                        && !messages.isEmpty()
                        && messages.get(0) instanceof JsonObject first
                ? first
                : JsonValue.EMPTY_JSON_OBJECT;
        if (isTrue(message, "accepted")) {
            return accepted(message);
        }
        return code(message)
                .or(() -> code(body))
                .map(this::refused)
                .orElseGet(() -> isRefusal(answer, message, body)
                        ? SubmitResult.refused(
                                RefusalReason.OTHER, "", "Clickatell did not accept it and gave no code.")
                        : HttpFailure.read(answer, clock));
    }

    private static SubmitResult accepted(JsonObject message) {
        return Json.find(message, "apiMessageId")
                .or(() -> Json.find(message, "apiMsgId"))
                .filter(id -> !id.isBlank() && id.length() <= LONGEST_ID)
                .map(SubmitResult::accepted)
                .orElseGet(() -> SubmitResult.unclear("The answer accepts the message, but gives it no id."));
    }

    private SubmitResult refused(String code) {
        return SubmitResult.refused(
                meanings.reason(Integer.parseInt(code)), code, "Clickatell did not accept it (error " + code + ").");
    }

    /** An error in words only is certain too. */
    private static boolean isRefusal(Answer answer, JsonObject message, JsonObject body) {
        return answer.status() / 100 == 2 && (message.containsKey("accepted") || hasWords(message) || hasWords(body));
    }

    private static boolean hasWords(JsonObject object) {
        return Json.find(object, "error").filter(words -> !words.isBlank()).isPresent();
    }

    private static boolean isTrue(JsonObject object, String name) {
        return Json.find(object, name).filter(Boolean::parseBoolean).isPresent();
    }

    private static Optional<String> code(JsonObject object) {
        var code = object.get("error") instanceof JsonObject error
                ? Json.find(error, "code")
                : Json.find(object, "errorCode");
        return code.filter(CODE.asMatchPredicate());
    }
}
