package org.bookbell.web.choice;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.calendar.Staff;
import org.bookbell.client.Channel;
import org.bookbell.client.Client;
import org.bookbell.client.ContactKind;
import org.bookbell.client.Email;
import org.bookbell.client.FailingAddresses;
import org.bookbell.client.Phone;
import org.bookbell.client.choice.Consents;
import org.bookbell.client.choice.ContactChoices;
import org.bookbell.client.choice.OptOuts;

/** Gathers what somebody chose, and what stands in the way of it. */
@Dependent
public class ChoicesShown {

    private final ContactChoices choices;
    private final Consents consents;
    private final OptOuts optOuts;
    private final FailingAddresses failing;

    @Inject
    ChoicesShown(ContactChoices choices, Consents consents, OptOuts optOuts, FailingAddresses failing) {
        this.choices = choices;
        this.consents = consents;
        this.optOuts = optOuts;
        this.failing = failing;
    }

    /**
     * A client's form.
     *
     * @param consentText what clients of this organization agree to before they get text messages
     */
    public ChoicesForm of(Client client, String path, String consentText) {
        var organization = client.organizationId();
        var asksConsent = client.mobile().isPresent() && !consents.hasSmsConsent(client.id());
        return ChoicesForm.of(
                path,
                choices.get(organization, ContactKind.CLIENT, client.id()),
                Stream.of(
                                remark(
                                        organization,
                                        Channel.SMS,
                                        client.mobile().map(Phone::e164)),
                                remark(
                                        organization,
                                        Channel.EMAIL,
                                        client.email().map(Email::address)),
                                failing(client, Channel.SMS),
                                failing(client, Channel.EMAIL))
                        .flatMap(Optional::stream)
                        .toList(),
                asksConsent ? consentText : "");
    }

    /** A staff member's form. */
    ChoicesForm of(Staff staff, String path) {
        var organization = staff.organizationId();
        List<String> remarks = Stream.of(
                        remark(organization, Channel.SMS, staff.mobile()),
                        remark(organization, Channel.EMAIL, staff.email()))
                .flatMap(Optional::stream)
                .toList();
        return ChoicesForm.of(path, choices.get(organization, ContactKind.STAFF, staff.id()), remarks, "");
    }

    private Optional<String> remark(long organizationId, Channel channel, Optional<String> address) {
        var isSms = channel == Channel.SMS;
        if (address.isEmpty()) {
            return Optional.of(
                    isSms
                            ? "No mobile number is known, so text messages cannot come."
                            : "No e-mail address is known, so e-mail cannot come.");
        }
        return address.filter(known -> optOuts.isOptedOut(channel, known, organizationId))
                .map(known -> isSms
                        ? "The mobile number has stopped text messages: none come, whatever is chosen here."
                        : "The e-mail address has stopped e-mail: none comes, whatever is chosen here.");
    }

    private Optional<String> failing(Client client, Channel channel) {
        return failing.findOf(client, channel)
                .map(mark -> channel == Channel.SMS
                        ? "Earlier text messages to the mobile number did not arrive."
                        : "Earlier e-mails to the address did not arrive.");
    }
}
