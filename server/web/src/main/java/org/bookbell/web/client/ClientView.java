package org.bookbell.web.client;

import java.util.Optional;
import org.bookbell.client.Client;
import org.bookbell.client.Email;
import org.bookbell.client.Phone;
import org.bookbell.storage.Ids;

/** A client as the API shows one. */
record ClientView(
        String id,
        String name,
        Optional<String> email,
        Optional<String> mobile,
        Optional<String> phone,
        String locale,
        String zone,
        Optional<String> note) {

    static ClientView of(Client client) {
        return new ClientView(
                Ids.text(client.id()),
                client.name(),
                client.email().map(Email::address),
                client.mobile().map(Phone::e164),
                client.phone().map(Phone::e164),
                client.locale().toLanguageTag(),
                client.zone().getId(),
                client.note());
    }
}
