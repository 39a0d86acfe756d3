package org.bookbell.message.text;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.message.AppointmentFacts.Business;
import org.bookbell.message.AppointmentFacts.Guest;
import org.bookbell.message.AppointmentFacts.Visit;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageFacts.Addressee;
import org.bookbell.message.MessageFacts.Told;
import org.bookbell.message.MessageFacts.Words;
import org.bookbell.message.MessageKind;
import org.bookbell.organization.Organization;

/** Facts to try a text with: as long as they usually are. */
final class Sample {

    private static final Instant START = Instant.parse("2030-09-25T12:00:00Z");
    private static final Instant END = Instant.parse("2030-09-25T13:00:00Z");
    private static final String PHONE = "+44 7700 900123";
    private static final String TOKEN = "0".repeat(39);

    private Sample() {}

    static MessageFacts facts(TextKey key, Organization organization, Locale locale, Optional<String> longestName) {
        var client = longestName.orElse("Alexandra Beispiel");
        var to = new Addressee(client, locale, organization.zone());
        if (key.kind() == MessageKind.ALERT) {
            return new MessageFacts(to, null, new Words(organization.name(), "Test", "Test"));
        }
        var told = new Told(
                START,
                END,
                organization.zone(),
                new Business(organization.name(), organization.phone().orElse(PHONE), null),
                new Visit("Massage", "Alexandra Beispiel", null, TOKEN),
                new Guest(client, PHONE, null));
        return new MessageFacts(to, told, null);
    }
}
