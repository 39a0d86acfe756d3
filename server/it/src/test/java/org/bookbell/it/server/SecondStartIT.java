package org.bookbell.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A demonstration that was stopped goes on when it is started again. */
class SecondStartIT {

    private static final Pattern OWNER =
            Pattern.compile("sign in as +(?<email>owner@harbor-massage\\S+) +(?<password>[^\\s(]+)");
    private static final String ARRIVED =
            "/api/v1/organizations/harbor-massage/messages?state=DELIVERED&channel=SMS&limit=200";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void a_second_start_finds_the_samples_again() {
        var server = BookbellServer.launched(Map.of("bookbell.demo", "true"));
        awaitSamples(server, 0);
        var first = owner(server);
        await("a reminder of the first start")
                .atMost(LIMIT)
                .until(() -> !arrived(first, "REMINDER").isEmpty());
        var reminded = arrived(first, "REMINDER");
        server.stop();
        var before = server.output().length();

        server.startAgain();
        awaitSamples(server, before);

        assertThat(server.output().substring(before))
                .contains("/b/harbor-massage", "/o/lakeside-school/today", "(the password of the first start)")
                .doesNotContain("no sample was added");
        var owner = owner(server);
        var confirmed = arrived(owner, "CONFIRMATION");
        await("a reminder of the second start")
                .atMost(LIMIT)
                .until(() -> !reminded.containsAll(arrived(owner, "REMINDER")));
        await("a visitor").atMost(LIMIT).until(() -> !confirmed.containsAll(arrived(owner, "CONFIRMATION")));
        server.stop();
    }

    private static void awaitSamples(BookbellServer server, int from) {
        server.awaitReady();
        await("the samples")
                .atMost(LIMIT)
                .until(() -> server.output().substring(from).contains("sample month"));
    }

    private static Api owner(BookbellServer server) {
        var shown = OWNER.matcher(server.output());
        assertThat(shown.find()).as(server.output()).isTrue();
        return server.signIn(shown.group("email"), shown.group("password"));
    }

    /** Ids of the text messages of that kind that arrived, of the last two hundred. */
    private static Set<String> arrived(Api owner, String kind) {
        return owner.get(ARRIVED).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(message -> message.getString("kind").equals(kind))
                .map(message -> message.getString("id"))
                .collect(Collectors.toSet());
    }
}
