package org.bookbell.it.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.Test;

/** An organization reads, tries, writes and gives up the texts of its messages. */
class TextsIT {

    private static final String LONG_NAME = "Wolfeschlegelsteinhausenberger Hubert Blaine";
    private static final String OWN = "{\"body\":\"See you on {{weekday}}, {{recipient}}! {{selfLink}}\"}";

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Shop shop = Shop.on(server, 1);
    private final String texts = shop.path() + "/templates";
    private final String reminder = texts + "/reminder.client.sms/en";

    @Test
    void an_own_text_takes_the_place_of_the_usual_one_until_it_is_given_up() {
        var usual = shop.api().get(reminder);

        var written = shop.api().send("PUT", reminder, OWN);
        var listed = items(shop.api().get(texts + "?locale=en"));
        var givenUp = shop.api().delete(reminder);

        assertThat(usual.json().getBoolean("own")).isFalse();
        assertThat(usual.header("ETag")).isEqualTo("\"0\"");
        assertThat(usual.json().getJsonArray("variables").toString()).contains("selfLink", "recipient");
        assertThat(written.status()).as(written.toString()).isEqualTo(200);
        assertThat(written.json().getBoolean("own")).isTrue();
        assertThat(listed)
                .hasSize(22)
                .filteredOn(text -> text.getBoolean("own"))
                .singleElement()
                .satisfies(text -> assertThat(text.getString("body")).startsWith("See you"));
        assertThat(givenUp.status()).isEqualTo(204);
        assertThat(shop.api().get(reminder).json()).isEqualTo(usual.json());
        assertThat(shop.api().delete(reminder).status()).isEqualTo(204);
    }

    @Test
    void a_text_in_another_language_is_one_s_own_while_nobody_else_s_changes() {
        var italian = texts + "/reminder.client.sms/it";

        assertThat(shop.api().get(italian).json().getString("locale")).isEqualTo("en");
        shop.api().send("PUT", italian, "{\"body\":\"A presto, {{recipient}}!\"}");

        assertThat(shop.api().get(italian).json().getString("locale")).isEqualTo("it");
        assertThat(shop.api().get(reminder).json().getBoolean("own")).isFalse();
        assertThat(items(shop.api().get(texts))).hasSize(22 * 3 + 1);
    }

    @Test
    void who_saw_another_text_does_not_overwrite_this_one() {
        var first = shop.api().get(reminder).header("ETag");
        var second = shop.api().with("If-Match", first).send("PUT", reminder, OWN);

        var late = shop.api().with("If-Match", first).send("PUT", reminder, OWN);

        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        assertThat(late.status()).as(late.toString()).isEqualTo(412);
    }

    @Test
    void a_preview_shows_the_longest_name_and_what_the_text_costs() {
        Shop.create(
                shop.api(), shop.path() + "/clients", Json.createObjectBuilder().add("name", "Bo"));
        Shop.create(
                shop.api(), shop.path() + "/clients", Json.createObjectBuilder().add("name", LONG_NAME));

        var plain = preview("reminder.client.sms", "Dear {{client}}, see you!");
        var dear = preview("reminder.client.sms", "Żegnaj {{client}}! " + "x".repeat(60));
        var mail = shop.api()
                .post(
                        texts + "/preview",
                        "{\"key\":\"reminder.client.email\",\"locale\":\"de\",\"subject\":\"{{weekday}}\","
                                + "\"body\":\"Hallo {{client}}\"}");

        var segment = plain.json().getJsonObject("sms");
        assertThat(plain.json().getString("text")).startsWith("Dear Wolfeschlegelsteinhausenberger");
        assertThat(segment.getString("encoding")).isEqualTo("GSM_7");
        assertThat(segment.getInt("segments")).isEqualTo(1);
        assertThat(segment.getInt("units"))
                .isEqualTo(plain.json().getString("text").length());
        assertThat(dear.json().getJsonObject("sms").getString("encoding")).isEqualTo("UCS_2");
        assertThat(dear.json().getJsonObject("sms").getInt("segments")).isEqualTo(2);
        assertThat(dear.json().getJsonObject("sms").getString("beyondGsm7")).isEqualTo("Ż");
        assertThat(mail.json().getString("subject")).isEqualTo("Mittwoch");
        assertThat(mail.json().containsKey("sms")).isFalse();
        assertThat(shop.api().get(reminder).json().getBoolean("own")).isFalse();
    }

    @Test
    void a_bad_text_is_refused_with_every_fault_and_its_place() {
        var wrong = shop.api()
                .send(
                        "PUT",
                        reminder,
                        "{\"subject\":\"Hello\",\"body\":\"{{recipent}}, answer STOP\",\"color\":\"red\"}");
        var mail = shop.api().send("PUT", texts + "/reminder.client.email/en", "{\"body\":\"{{#note}}never closed\"}");
        var nothing = shop.api().post(texts + "/preview", "{\"key\":\"fax\",\"body\":\"x\"}");

        assertThat(List.of(wrong.status(), mail.status(), nothing.status())).containsOnly(422);
        assertThat(pointers(wrong)).containsExactlyInAnyOrder("/subject", "/body", "/body", "/color");
        assertThat(pointers(mail)).containsExactlyInAnyOrder("/subject", "/body");
        assertThat(pointers(nothing)).containsExactlyInAnyOrder("/key", "/locale");
        assertThat(shop.api().get(reminder).json().getBoolean("own")).isFalse();
    }

    @Test
    void what_names_no_text_or_language_is_not_found() {
        assertThat(shop.api().get(texts + "/canary.client.sms/en").status()).isEqualTo(404);
        assertThat(shop.api().get(texts + "/reminder.client.sms/english").status())
                .isEqualTo(404);
        assertThat(shop.api().send("PUT", texts + "/nothing/en", OWN).status()).isEqualTo(404);
    }

    private Answer preview(String key, String body) {
        var request =
                Json.createObjectBuilder().add("key", key).add("locale", "en").add("body", body);
        var answer = shop.api().post(texts + "/preview", request.build().toString());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private static List<JsonObject> items(Answer listed) {
        return listed.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static List<String> pointers(Answer refused) {
        return refused.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("pointer"))
                .toList();
    }
}
