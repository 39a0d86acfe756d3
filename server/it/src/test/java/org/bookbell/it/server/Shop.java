package org.bookbell.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * An organization set up through the front door.
 *
 * @param api speaks with a token that may do everything in the organization
 * @param visitor speaks as anybody on the street
 * @param path of the organization in the API
 * @param staff ids of its staff, who all offer the service
 * @param service of 30 minutes, a start each half hour
 */
public record Shop(Api api, Api visitor, String slug, String path, List<String> staff, String service) {

    public static final int MINUTES = 30;
    private static final int NOTE_BYTES = 720;
    private static final AtomicInteger MADE = new AtomicInteger();

    /** A new one with this many staff, open day and night so that any start may be booked. */
    public static Shop on(BookbellServer server, int staff) {
        return on(server, staff, "00:00", "24:00");
    }

    /** A new one with this many staff that opens and closes at these times each day. */
    public static Shop on(BookbellServer server, int staff, String opens, String closes) {
        var operator = server.operator();
        var slug = "shop-" + MADE.incrementAndGet();
        var path = "/api/v1/organizations/" + slug;
        create(
                operator,
                "/api/v1/organizations",
                Json.createObjectBuilder()
                        .add("slug", slug)
                        .add("name", "Shop " + slug)
                        .add("zone", "UTC")
                        .add("locale", "en")
                        .add("country", "US"));
        var token = create(
                operator,
                path + "/apiTokens",
                Json.createObjectBuilder()
                        .add("name", "tests")
                        .add("scopes", Json.createArrayBuilder(List.of("read", "book", "manage"))));
        var api = server.api().withToken(token.getString("secret"));
        var ids = IntStream.rangeClosed(1, staff)
                .mapToObj(number -> employ(api, path, number, opens, closes))
                .toList();
        var service = create(
                api,
                path + "/services",
                Json.createObjectBuilder()
                        .add("name", "Half an hour")
                        .add("durationMinutes", MINUTES)
                        .add("stepMinutes", MINUTES)
                        .add("windowDays", 300)
                        .add("online", true)
                        .add("staff", Json.createArrayBuilder(ids)));
        return new Shop(api, server.api(), slug, path, ids, service.getString("id"));
    }

    private static String employ(Api api, String path, int number, String opens, String closes) {
        var id = create(api, path + "/staff", Json.createObjectBuilder().add("name", "Staff " + number))
                .getString("id");
        var hours = Json.createArrayBuilder();
        for (var day : DayOfWeek.values()) {
            hours.add(Json.createObjectBuilder()
                    .add("weekday", day.name())
                    .add("from", opens)
                    .add("to", closes));
        }
        var week = Json.createObjectBuilder().add("hours", hours).build().toString();
        var answer = api.send("PUT", path + "/staff/" + id + "/hours", week);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return id;
    }

    /** Posts what creates something, and answers what was created. */
    public static JsonObject create(Api api, String path, JsonObjectBuilder body) {
        var answer = api.post(path, body.build().toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    /** Asks for an appointment with the staff member at a start, for a client of that name. */
    public Answer book(String staffId, Instant start, String client) {
        return api.post(
                path + "/appointments",
                wish(staffId, start)
                        .add(
                                "client",
                                Json.createObjectBuilder().add("name", client).add("email", client + "@example.org"))
                        .build()
                        .toString());
    }

    /** The body of a request for a slot. */
    public JsonObjectBuilder wish(String staffId, Instant start) {
        return wish(start).add("staff", staffId);
    }

    /** The body of a request for a slot with whoever is free. */
    public JsonObjectBuilder wish(Instant start) {
        return Json.createObjectBuilder().add("service", service).add("start", start.toString());
    }

    /** Knows no quiet hours, and sends what was booked too late for its reminder at once. */
    public void sendAtAnyHour(Api operator) {
        var changed = operator.send(
                "PATCH", path, "{\"quietFromMinute\":0,\"quietToMinute\":0,\"lateBooking\":\"SEND_NOW\"}");
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    /** Reminds clients by SMS, and not otherwise, with this {@code unit}, {@code amount} and perhaps {@code time}. */
    public void remindBySms(JsonObjectBuilder lead) {
        var rules = api.get(path + "/reminderRules").json().getJsonArray("items");
        for (var rule : rules.getValuesAs(JsonObject.class)) {
            var removed = api.delete(path + "/reminderRules/" + rule.getString("id"));
            assertThat(removed.status()).as(removed.toString()).isEqualTo(204);
        }
        create(api, path + "/reminderRules", lead.add("audience", "CLIENT").add("channel", "SMS"));
    }

    /** Books at a time that nobody offers, for somebody with a phone who agreed to text messages; answers the id. */
    public String bookBySms(String client, String mobile, Instant start) {
        var wish = wish(start)
                .add("offeredOnly", false)
                .add("smsConsent", true)
                .add("client", Json.createObjectBuilder().add("name", client).add("mobile", mobile));
        return create(api, path + "/appointments", wish).getString("id");
    }

    /** Adds so many clients, with notes that no ZIP makes much smaller: the best part of a kilobyte of an archive each. */
    public void addBulkyClients(int count) {
        var random = new Random(count);
        var note = new byte[NOTE_BYTES];
        var lines = new StringBuilder("name,note\n");
        for (var n = 0; n < count; n++) {
            random.nextBytes(note);
            lines.append("Client ")
                    .append(UUID.randomUUID())
                    .append(",note ")
                    .append(Base64.getEncoder().encodeToString(note))
                    .append('\n');
        }
        var imported = api.send(
                "POST",
                path + "/imports/clients",
                "text/csv; charset=utf-8",
                lines.toString().getBytes(UTF_8));
        assertThat(imported.status()).as(imported.toString()).isEqualTo(200);
    }

    /** Where an appointment stands. */
    public String statusOf(String appointment) {
        return api.get(path + "/appointments/" + appointment).json().getString("status");
    }

    /** The statuses of what begins at {@code start}. */
    public List<String> statusesAt(Instant start) {
        var listed = api.get(path + "/appointments?from=" + start + "&to=" + start.plusSeconds(1));
        assertThat(listed.status()).as(listed.toString()).isEqualTo(200);
        return listed.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("status"))
                .toList();
    }
}
