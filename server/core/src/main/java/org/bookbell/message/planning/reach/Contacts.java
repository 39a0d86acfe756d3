package org.bookbell.message.planning.reach;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.client.FailingAddresses;
import org.bookbell.client.choice.Consents;
import org.bookbell.client.choice.ContactChoice;
import org.bookbell.client.choice.ContactChoices;
import org.bookbell.client.choice.OptOuts;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;
import org.bookbell.message.Recipient;

/** What recipients allow and want, looked up for many at once. */
@Dependent
public class Contacts {

    private static final Set<String> KINDS =
            Set.of(MessageKind.values()).stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final Consents consents;
    private final FailingAddresses failing;
    private final OptOuts optOuts;
    private final ContactChoices choices;

    @Inject
    public Contacts(Consents consents, FailingAddresses failing, OptOuts optOuts, ContactChoices choices) {
        this.consents = consents;
        this.failing = failing;
        this.optOuts = optOuts;
        this.choices = choices;
    }

    public Map<Recipient, Reach> of(long organizationId, Collection<Recipient> recipients) {
        var consenting = consents.smsConsentsAmong(clientsWithMobile(recipients));
        var marked =
                failing.among(organizationId, addressesOfClients(recipients)).keySet();
        var optedOut = new EnumMap<Channel, Set<String>>(Channel.class);
        for (var channel : Channel.values()) {
            optedOut.put(channel, optOuts.optedOutAmong(channel, addresses(recipients, channel), organizationId));
        }
        var chosen = choices(organizationId, recipients);
        var reach = new HashMap<Recipient, Reach>();
        for (var recipient : recipients) {
            var isClient = recipient.kind() == Audience.CLIENT;
            var own = chosen.getOrDefault(recipient.id(), List.of());
            var contact = new Contact(
                    !isClient || consenting.contains(recipient.id()),
                    optedOutOf(recipient, optedOut),
                    isClient ? channelsTo(recipient, marked) : Set.of(),
                    own);
            reach.put(recipient, new Reach(recipient, contact));
        }
        return reach;
    }

    private Map<Long, List<Contact.Choice>> choices(long organizationId, Collection<Recipient> recipients) {
        var byId = new HashMap<Long, List<Contact.Choice>>();
        var ids = recipients.stream().map(Recipient::id).collect(Collectors.toSet());
        choices.listAmong(organizationId, ids)
                .forEach((id, chosen) -> byId.put(
                        id,
                        chosen.stream()
                                .filter(choice -> KINDS.contains(choice.messageKind()))
                                .map(Contacts::choice)
                                .toList()));
        return byId;
    }

    private static Contact.Choice choice(ContactChoice choice) {
        return new Contact.Choice(
                MessageKind.valueOf(choice.messageKind()),
                choice.channel(),
                choice.wanted(),
                choice.hoursBefore().isPresent() ? choice.hoursBefore().getAsInt() : null);
    }

    private static Set<Channel> optedOutOf(Recipient recipient, Map<Channel, Set<String>> optedOut) {
        return optedOut.entrySet().stream()
                .filter(entry -> recipient
                        .address(entry.getKey())
                        .filter(entry.getValue()::contains)
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<Channel> channelsTo(Recipient recipient, Set<String> addresses) {
        return Stream.of(Channel.values())
                .filter(channel ->
                        recipient.address(channel).filter(addresses::contains).isPresent())
                .collect(Collectors.toSet());
    }

    private static Set<String> addressesOfClients(Collection<Recipient> recipients) {
        var clients = recipients.stream()
                .filter(recipient -> recipient.kind() == Audience.CLIENT)
                .toList();
        return Stream.of(Channel.values())
                .flatMap(channel -> addresses(clients, channel).stream())
                .collect(Collectors.toSet());
    }

    private static Set<Long> clientsWithMobile(Collection<Recipient> recipients) {
        return recipients.stream()
                .filter(recipient -> recipient.kind() == Audience.CLIENT)
                .filter(recipient -> recipient.address(Channel.SMS).isPresent())
                .map(Recipient::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> addresses(Collection<Recipient> recipients, Channel channel) {
        return recipients.stream()
                .flatMap(recipient -> recipient.address(channel).stream())
                .collect(Collectors.toSet());
    }
}
