package org.bookbell.it.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The local mailbox of a server, to which its e-mail goes from the first time on that a test asks for it. */
public final class Mailbox {

    private static final String GATEWAY = "mailbox";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern LINK = Pattern.compile("/self/[a-z0-9]+");
    private static final Map<BookbellServer, Mailbox> OPENED = new HashMap<>();

    private final Api operator;

    private Mailbox(Api operator) {
        this.operator = operator;
    }

    /** The one of this server. */
    public static Mailbox of(BookbellServer server) {
        synchronized (OPENED) {
            return OPENED.computeIfAbsent(server, Mailbox::open);
        }
    }

    private static Mailbox open(BookbellServer server) {
        var operator = server.operator();
        var gateway = Json.createObjectBuilder()
                .add("name", GATEWAY)
                .add("kind", "EMAIL")
                .add("provider", "mailbox");
        Shop.create(operator, "/api/v1/operator/gateways", gateway);
        return new Mailbox(operator);
    }

    /** What has come for an address, newest first, as the page shows it. */
    public String shown(String address) {
        var page = operator.get("/demo/mailbox?to=" + URLEncoder.encode(address, UTF_8));
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return page.body();
    }

    /** Waits for what has come for an address. */
    public String awaitLetter(String address) {
        return await("a letter to " + address)
                .atMost(PATIENCE)
                .until(() -> shown(address), page -> page.contains("<strong>" + address));
    }

    /** Waits until so many different links of appointments have come for an address; answers their paths. */
    public List<String> awaitLinks(String address, int number) {
        return await(number + " links for " + address)
                .atMost(PATIENCE)
                .until(() -> links(shown(address)), links -> links.size() >= number);
    }

    private static List<String> links(String page) {
        return LINK.matcher(page).results().map(MatchResult::group).distinct().toList();
    }
}
