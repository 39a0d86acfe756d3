package ${package};

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;

/**
 * What the provider's answers mean. It takes a message with {@code {"id": "…"}} and refuses one with {@code {"error":
 * "…"}}. None of its words is passed on but the code: they may name the recipient.
 */
final class Answers {

    private static final Map<String, RefusalReason> ERRORS = Map.of(
            "invalid_recipient", RefusalReason.INVALID_RECIPIENT,
            "opted_out", RefusalReason.OPTED_OUT,
            "content", RefusalReason.CONTENT,
            "sender", RefusalReason.SENDER_OR_ROUTE);

    private static final Pattern ID = Pattern.compile("[!-~]{1,120}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private Answers() {}

    static SubmitResult read(HttpResponse<String> answer) {
        var status = answer.statusCode();
        var code = Integer.toString(status);
        if (status / 100 == 2) {
            return taken(answer.body());
        }
        if (status == 429) {
            var wait = answer.headers().firstValue("Retry-After").filter(SECONDS.asMatchPredicate());
            return wait.map(seconds -> SubmitResult.throttled(Duration.ofSeconds(Long.parseLong(seconds)), code, ""))
                    .orElseGet(() -> SubmitResult.refused(RefusalReason.THROTTLED, code, ""));
        }
        return isRefusal(status)
                ? SubmitResult.refused(reason(status, answer.body()), code, "")
                : SubmitResult.unclear("The provider answered " + status + ".");
    }

    /** A success without an id may be another party's page: the message is not known to be lost, nor to be taken. */
    private static SubmitResult taken(String body) {
        return find(body, "id")
                .filter(ID.asMatchPredicate())
                .map(SubmitResult::accepted)
                .orElseGet(() -> SubmitResult.unclear("The provider's answer has no id."));
    }

    /** Other fives, such as a proxy's 502, come from a way whose far end may have the message (RFC 9110, 15.6). */
    private static boolean isRefusal(int status) {
        return status / 100 == 4 || status == 501 || status == 503;
    }

    private static RefusalReason reason(int status, String body) {
        return switch (status) {
            case 401, 402, 403 -> RefusalReason.ACCOUNT;
            case 408, 503 -> RefusalReason.UNAVAILABLE;
            default -> find(body, "error").map(ERRORS::get).orElse(RefusalReason.OTHER);
        };
    }

    /** A text in the document, if it is one. */
    private static Optional<String> find(String body, String member) {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readValue() instanceof JsonObject document
                    ? Optional.ofNullable(document.getString(member, null))
                    : Optional.empty();
        } catch (JsonException noDocument) {
            return Optional.empty();
        }
    }
}
