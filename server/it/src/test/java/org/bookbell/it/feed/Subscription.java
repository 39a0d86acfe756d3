package org.bookbell.it.feed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import org.bookbell.it.server.Shop;

/**
 * A feed that was just made.
 *
 * @param id of the feed
 * @param path where subscribers find it
 */
public record Subscription(String id, String path) {

    public static Subscription made(Shop shop, JsonObjectBuilder wish) {
        return of(Shop.create(shop.api(), shop.path() + "/feeds", wish));
    }

    /** The same feed at its next address. */
    Subscription rotated(Shop shop) {
        var answer = shop.api().post(shop.path() + "/feeds/" + id + "/rotate", "{}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return of(answer.json());
    }

    private static Subscription of(JsonObject feed) {
        return new Subscription(
                feed.getString("id"), URI.create(feed.getString("address")).getPath());
    }

    String token() {
        return path.replaceAll("^/feeds/|\\.ics$", "");
    }
}
