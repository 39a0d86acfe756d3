package org.bookbell.clickatell.hook;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.http.rule.Json;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;

/**
 * Reads the calls of the web hook: by GET with a query, or by POST with a form or JSON, as is chosen at Clickatell. The One
 * API puts items into {@code event}, in lists named {@code messageStatusUpdate} and {@code moText} ("One API Client
 * Callbacks"; new kinds of events are to be left); the others have one item in each call ("SMS Client Callbacks"; "Callback
 * (push status and cost notification)"). Nothing is signed. Calls are repeated until they are answered 2xx.
 */
public final class HookCalls {

    private static final String SMS = "sms";
    private static final int MOST = 1000;

    private HookCalls() {}

    public static HookResult read(HookRequest request) {
        try {
            var raw = request.body().length == 0 ? request.query() : request.text();
            if (!isJson(request)) {
                return one(new Parameters(raw), raw);
            }
            var body =
                    Json.readObject(raw).orElseThrow(() -> new IllegalArgumentException("the body must be one object"));
            return body.get("event") instanceof JsonObject event ? events(event, raw) : one(new Members(body), raw);
        } catch (IllegalArgumentException unreadable) {
            return HookResult.malformed("The call cannot be read, or names no message.");
        }
    }

    private static boolean isJson(HookRequest request) {
        return request.body().length > 0
                && request.header("Content-Type")
                        .filter(type -> type.regionMatches(true, 0, "application/json", 0, 16))
                        .isPresent();
    }

    /** A report has a status; whatever else holds no text is left out. */
    private static HookResult one(Item item, String raw) {
        return item.findAny("status", "statusCode").isPresent()
                ? HookResult.understood(
                        StatusReport.read(item, SmsStatuses::find, raw).stream().toList(), List.of())
                : HookResult.understood(
                        List.of(), IncomingMessage.read(item, raw).stream().toList());
    }

    private static HookResult events(JsonObject event, String raw) {
        return HookResult.understood(
                items(event, "messageStatusUpdate")
                        .flatMap(item -> StatusReport.read(item, OneStatuses::find, raw).stream())
                        .toList(),
                items(event, "moText")
                        .flatMap(item -> IncomingMessage.read(item, raw).stream())
                        .toList());
    }

    private static Stream<Item> items(JsonObject event, String name) {
        var items = event.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
        return items.stream()
                .limit(MOST)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .<Item>map(Members::new)
                .filter(HookCalls::isSms);
    }

    private static boolean isSms(Item item) {
        return item.find("channel").orElse(SMS).equalsIgnoreCase(SMS);
    }
}
