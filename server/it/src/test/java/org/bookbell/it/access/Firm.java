package org.bookbell.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bookbell.it.server.Api;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;

/**
 * An organization with one of everything.
 *
 * @param id of the organization
 */
record Firm(Shop shop, String id, Map<Thing, String> things, Map<Person, Api> people) {

    static Firm on(BookbellServer server) {
        var shop = Shop.on(server, 1);
        var id = shop.api().get(shop.path()).json().getString("id");
        var firm = new Firm(shop, id, new EnumMap<>(Thing.class), new EnumMap<>(Person.class));
        firm.furnish();
        firm.employ(server, server.operator());
        firm.people.put(Person.NOBODY, shop.visitor());
        return firm;
    }

    String thing(Thing thing) {
        return things.get(thing);
    }

    Api as(Person person) {
        return people.get(person);
    }

    private void furnish() {
        things.put(Thing.SERVICE, shop.service());
        things.put(Thing.STAFF, shop.staff().get(0));
        make(Thing.LOCATION, "/locations", named("Location"));
        make(Thing.REMINDER_RULE, "/reminderRules", lead());
        make(Thing.CLIENT, "/clients", named("Client"));
        var noon = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(30));
        var client = Json.createObjectBuilder().add("id", thing(Thing.CLIENT));
        make(Thing.APPOINTMENT, "/appointments", shop.wish(noon).add("client", client));
        make(Thing.HOLD, "/holds", shop.wish(noon.plus(Duration.ofHours(2))));
        make(
                Thing.TIME_BLOCK,
                "/timeBlocks",
                Json.createObjectBuilder()
                        .add("calendar", thing(Thing.STAFF))
                        .add("kind", "NOT_AVAILABLE")
                        .add("startsAt", noon.plus(Duration.ofHours(4)).toString())
                        .add("endsAt", noon.plus(Duration.ofHours(5)).toString()));
        make(
                Thing.FEED,
                "/feeds",
                Json.createObjectBuilder().add("kind", "STAFF").add("staff", thing(Thing.STAFF)));
        Shop.create(
                shop.api(),
                shop.path() + "/staff/" + thing(Thing.STAFF) + "/calendars",
                Json.createObjectBuilder().add("address", "https://calendar.example.org/a.ics"));
        things.put(Thing.MESSAGE, first("/messages"));
        things.put(Thing.CALL, first("/callList"));
    }

    private void employ(BookbellServer server, Api operator) {
        var gateway = Json.createObjectBuilder()
                .add("name", "phones")
                .add("kind", "SMS")
                .add("provider", "simulator");
        things.put(
                Thing.GATEWAY,
                Shop.create(operator, shop.path() + "/gateways", gateway).getString("id"));
        for (var person : Person.MEMBERS) {
            var email = person.name().toLowerCase(Locale.ROOT) + "@" + shop.slug() + ".example.org";
            var member = named(person.name()).add("email", email).add("role", person.name());
            if (person == Person.STAFF) {
                member.add("staff", thing(Thing.STAFF));
            }
            var added = Shop.create(operator, shop.path() + "/members", member);
            things.put(Thing.MEMBER, added.getString("id"));
            people.put(person, server.signIn(email, added.getString("firstPassword")));
        }
        for (var person : Person.PROGRAMS) {
            var token = named(person.name()).add("scopes", Json.createArrayBuilder(List.of(person.scope())));
            var made = Shop.create(operator, shop.path() + "/apiTokens", token);
            things.put(Thing.API_TOKEN, made.getString("id"));
            people.put(person, shop.visitor().withToken(made.getString("secret")));
        }
    }

    private void make(Thing thing, String path, JsonObjectBuilder body) {
        things.put(thing, Shop.create(shop.api(), shop.path() + path, body).getString("id"));
    }

    private String first(String path) {
        var listed = shop.api().get(shop.path() + path);
        assertThat(listed.status()).as(listed.toString()).isEqualTo(200);
        var items = listed.json().getJsonArray("items").getValuesAs(JsonObject.class);
        assertThat(items).as(path).isNotEmpty();
        return items.get(0).getString("id");
    }

    private JsonObjectBuilder named(String name) {
        return Json.createObjectBuilder().add("name", name + " of " + shop.slug());
    }

    private static JsonObjectBuilder lead() {
        return Json.createObjectBuilder()
                .add("audience", "CLIENT")
                .add("channel", "EMAIL")
                .add("unit", "HOURS")
                .add("amount", 5);
    }
}
