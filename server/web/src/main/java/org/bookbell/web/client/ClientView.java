package org.bookbell.web.client;

import java.util.Map;
import java.util.Optional;
import org.bookbell.client.Client;
import org.bookbell.client.Email;
import org.bookbell.client.FailingAddress;
import org.bookbell.client.Phone;
import org.bookbell.storage.Ids;
import org.bookbell.web.answer.Times;

/** A client as the API shows one. */
record ClientView(
        String id,
        String name,
        Optional<String> email,
        Optional<String> mobile,
        Optional<String> phone,
        String locale,
        String zone,
        Optional<String> note,
        Optional<FailingView> mobileFails,
        Optional<FailingView> emailFails) {

    /** Messages to an address do not arrive. */
    record FailingView(String since, String code) {}

    static ClientView of(Client client) {
        return of(client, Map.of());
    }

    /** With the marks of its addresses, if they have any among {@code failing}. */
    static ClientView of(Client client, Map<String, FailingAddress> failing) {
        return new ClientView(
                Ids.text(client.id()),
                client.name(),
                client.email().map(Email::address),
                client.mobile().map(Phone::e164),
                client.phone().map(Phone::e164),
                client.locale().toLanguageTag(),
                client.zone().getId(),
                client.note(),
                mark(client, client.mobile().map(Phone::e164), failing),
                mark(client, client.email().map(Email::address), failing));
    }

    private static Optional<FailingView> mark(
            Client client, Optional<String> address, Map<String, FailingAddress> failing) {
        return address.flatMap(known -> Optional.ofNullable(failing.get(known)))
                .map(mark -> new FailingView(Times.text(mark.since(), client.zone()), mark.code()));
    }
}
