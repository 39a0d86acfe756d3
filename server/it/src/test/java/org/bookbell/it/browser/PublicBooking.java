package org.bookbell.it.browser;

import java.net.URI;

/** A client who books by the public pages. */
final class PublicBooking {

    private PublicBooking() {}

    /** Books hot stones at the last time that is shown, so that the samples' visitors are not in the way. */
    static void book(Visitor client, String name) {
        chooseTime(client);
        client.page().getByLabel("Name").fill(name);
        client.page().getByLabel("E-mail").fill("client@mail.example");
        client.press("Book");
    }

    static void chooseTime(Visitor client) {
        client.open("/b/harbor-massage").page().getByText("Hot stones").click();
        client.page().locator(".days a[href*='&day=']").last().click();
        client.page().locator(".times a").last().click();
    }

    /** The path of the client's own page, which is shown after booking. */
    static String selfPath(Visitor client) {
        client.page().locator(".facts").waitFor();
        return URI.create(client.page().url()).getPath();
    }
}
