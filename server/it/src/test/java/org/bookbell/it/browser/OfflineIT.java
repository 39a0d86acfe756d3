package org.bookbell.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Today's page without a network. */
@SuppressWarnings("NullAway.Init")
class OfflineIT {

    private static final String TODAY = "/o/harbor-massage/today";
    private static final String KEPT = "caches.open('today').then(store => store.keys())"
            + ".then(all => all.map(each => new URL(each.url).pathname))";
    private static final String CELLS = "[...%s.querySelectorAll('tbody td')].map(cell => cell.textContent)";
    private static final String SEEN_CELLS = CELLS.formatted("document");
    private static final String KEPT_CELLS = "caches.open('today').then(store => store.match(location.href))"
            + ".then(page => page ? page.text() : '').then(text => new DOMParser().parseFromString(text, 'text/html'))"
            + ".then(kept => " + CELLS.formatted("kept") + ")";
    private static final String STATE = "Promise.all([navigator.serviceWorker.getRegistrations(), caches.open('today')"
            + ".then(store => store.keys()), navigator.storage.estimate()]).then(([all, keys, room]) =>"
            + " JSON.stringify([location.pathname, all.map(each => [each.installing, each.waiting, each.active]"
            + ".map(worker => worker && worker.state)), keys.map(each => new URL(each.url).pathname), room]))";

    private static Demonstration demonstration;

    @BeforeAll
    static void start() {
        demonstration = Demonstration.shared();
    }

    @Test
    void the_day_that_was_looked_at_last_is_read_with_its_style_and_its_hour() {
        try (var desk = demonstration.owner()) {
            awaitKeptAsSeen(desk);
            var appointments = desk.texts("tbody td");
            assertThat(desk.page().locator("#offline").isVisible()).isFalse();

            desk.page().context().setOffline(true);
            desk.page().reload();

            assertThat(desk.texts("tbody td")).isEqualTo(appointments);
            assertThat(desk.page().locator("#offline").innerText()).contains("As of ", "(offline)");
            assertThat(desk.page().evaluate("getComputedStyle(document.querySelector('.bar')).display"))
                    .isEqualTo("flex");
        }
    }

    @Test
    void a_day_that_nobody_looked_at_is_not_invented() {
        try (var desk = demonstration.owner()) {
            desk.open(TODAY);
            awaitKept(desk);
            desk.page().context().setOffline(true);

            assertThat(reached(desk, TODAY + "?day=2030-01-01")).isFalse();
            assertThat(reached(desk, "/o/harbor-massage/callList")).isFalse();
        }
    }

    @Test
    void nothing_is_kept_after_signing_out() {
        try (var desk = demonstration.ownerInASessionOfItsOwn()) {
            desk.open(TODAY);
            awaitKept(desk);

            desk.press("Sign out");
            await().atMost(Duration.ofMinutes(1)).until(() -> kept(desk).isEmpty());
            desk.page().context().setOffline(true);

            assertThat(reached(desk, TODAY)).isFalse();
        }
    }

    @Test
    void what_another_member_looked_at_is_forgotten_at_the_first_page() {
        try (var desk = demonstration.owner()) {
            desk.open(TODAY);
            awaitKept(desk);
            desk.page()
                    .evaluate("caches.open('today').then(store => Promise.all(["
                            + "store.put('/reader', new Response('SOMEBODYELSE')),"
                            + "store.put('/o/theirs/today', new Response('theirs'))]))");

            desk.open(TODAY);

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> kept(desk).contains(TODAY) && !kept(desk).contains("/o/theirs/today"));
        }
    }

    @Test
    void a_session_that_has_ended_elsewhere_leaves_nothing_once_there_is_a_network() {
        try (var desk = demonstration.owner()) {
            desk.open(TODAY);
            awaitKept(desk);
            desk.page().context().clearCookies();

            desk.open(TODAY);

            assertThat(desk.page().url()).contains("/sign-in");
            await().atMost(Duration.ofMinutes(1)).until(() -> kept(desk).isEmpty());
        }
    }

    /** Messages move on meanwhile, and a busy server may fail to give the style: looks at the day until it is kept as seen. */
    private static void awaitKeptAsSeen(Visitor desk) {
        desk.open(TODAY);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    var isAsSeen = isKept(desk)
                            && desk.page()
                                    .evaluate(KEPT_CELLS)
                                    .equals(desk.page().evaluate(SEEN_CELLS));
                    var found = isAsSeen ? "" : state(desk);
                    if (!isAsSeen) {
                        desk.open(TODAY);
                    }
                    assertThat(isAsSeen).as(found).isTrue();
                });
    }

    private static void awaitKept(Visitor desk) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(isKept(desk)).as(() -> state(desk)).isTrue());
    }

    /** What the browser has and says, for whoever must find out why it keeps nothing. */
    private static String state(Visitor desk) {
        return desk.page().evaluate(STATE) + " " + desk.complaints();
    }

    private static boolean isKept(Visitor desk) {
        var kept = kept(desk);
        return kept.contains(TODAY) && kept.stream().anyMatch(path -> path.endsWith("/bookbell.css"));
    }

    @SuppressWarnings("unchecked") // an array of strings
    private static List<String> kept(Visitor desk) {
        return (List<String>) desk.page().evaluate(KEPT);
    }

    private static boolean reached(Visitor desk, String path) {
        try {
            desk.open(path);
            return true;
        } catch (PlaywrightException unreachable) {
            return false;
        }
    }
}
