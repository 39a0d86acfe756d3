package org.bookbell.it.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Mailbox;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.Test;

/** A client's link is in wrong hands: it is revoked, and the next message brings the client another one. */
class RenewedLinkIT {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(8));

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Mailbox mailbox = Mailbox.of(server);
    private final Shop shop = Shop.on(server, 1);
    private final String reader = "reader-of-" + shop.slug();

    @Test
    void the_former_link_leads_nowhere_and_the_next_message_has_another() {
        var appointment = shop.path() + "/appointments/" + book();
        var former = awaitLinks(1).get(0);
        var once = shop.api().with("Idempotency-Key", "renew-" + shop.slug());

        var renewed = once.post(appointment + "/renewLink");
        var again = once.post(appointment + "/renewLink");
        var moved =
                shop.api().post(appointment + "/reschedule", "{\"start\":\"" + START.plus(Duration.ofHours(3)) + "\"}");

        assertThat(renewed.status()).as(renewed.toString()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(renewed.json());
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        var link = awaitLinks(2).stream().filter(each -> !each.equals(former)).findFirst();
        assertThat(link).isPresent();
        assertThat(server.api().get(former).status()).isEqualTo(404);
        assertThat(server.api().get(former + "/choices").status()).isEqualTo(404);
        assertThat(server.api().submit(former + "/cancel", "").status()).isEqualTo(404);
        assertThat(server.api().get(link.orElseThrow()).status()).isEqualTo(200);
    }

    @Test
    void the_page_of_the_appointment_has_a_button_for_it() {
        var id = book();
        var former = awaitLinks(1).get(0);
        var page = "/o/" + shop.slug() + "/appointments/" + id;

        var shown = server.operator().get(page);
        var pressed = server.operator().submit(page + "/renewLink", "");

        assertThat(shown.body()).contains("action=\"" + page + "/renewLink\"");
        assertThat(pressed.status()).as(pressed.toString()).isEqualTo(303);
        assertThat(server.operator().get(pressed.header("Location")).body()).contains("leads nowhere now");
        assertThat(server.api().get(former).status()).isEqualTo(404);
    }

    private String book() {
        var booked = shop.book(shop.staff().get(0), START, reader);
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked.json().getString("id");
    }

    /** The different links to the client's appointment, once so many have come. */
    private List<String> awaitLinks(int number) {
        return mailbox.awaitLinks(reader + "@example.org", number);
    }
}
