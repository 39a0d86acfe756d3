package org.bookbell.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.claim.Claim;
import org.bookbell.message.AgendaLetters;
import org.bookbell.message.Audience;
import org.bookbell.message.Invitations;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageKind;
import org.bookbell.message.text.Letter;
import org.bookbell.message.text.Renderer;
import org.bookbell.message.text.TextKey;
import org.bookbell.plugin.gateway.OpenGateway;
import org.bookbell.spi.gateway.Ability;

/**
 * Writes messages from their templates, invitations among them, and agendas with their papers; a reply is asked for only where the gateway takes replies. The sender is the
 * organization's, but for its own account that account's.
 */
@Dependent
class RenderedComposer implements Composer {

    private final Renderer renderer;
    private final AgendaLetters agendas;
    private final Invitations invitations;

    @Inject
    RenderedComposer(Renderer renderer, AgendaLetters agendas, Invitations invitations) {
        this.renderer = renderer;
        this.agendas = agendas;
        this.invitations = invitations;
    }

    @Override
    public Composer forBatch() {
        return new RenderedComposer(renderer.remembering(), agendas, invitations);
    }

    @Override
    public Wording write(Claim claim, OpenGateway gateway) {
        return claim.kind() == MessageKind.AGENDA ? agenda(claim) : rendered(claim, gateway);
    }

    private Wording agenda(Claim claim) {
        var letter = agendas.write(claim.organizationId(), claim.id());
        return new Wording(
                Optional.empty(),
                letter.sender(),
                letter.replyTo(),
                letter.subject(),
                letter.text(),
                Optional.empty(),
                letter.attachments());
    }

    private Wording rendered(Claim claim, OpenGateway gateway) {
        // a canary brings its own words, as an alert does
        var kind = claim.kind() == MessageKind.CANARY ? MessageKind.ALERT : claim.kind();
        var key = new TextKey(kind, claim.audience(), claim.channel());
        var letter = new Letter(claim.organizationId(), key, MessageFacts.parse(claim.facts()));
        var rendered = renderer.render(letter, gateway.has(Ability.REPLIES));
        var sender = rendered.sender();
        return new Wording(
                senderOver(gateway, sender.smsSender()),
                sender.name(),
                sender.email(),
                rendered.subject().orElse(sender.name()),
                rendered.text(),
                rendered.unsubscribe(),
                isInvitation(claim)
                        ? invitations.find(claim.organizationId(), claim.id()).stream()
                                .toList()
                        : List.of());
    }

    /** Whether it tells a client by e-mail what became of an appointment, which belongs in a calendar. */
    private static boolean isInvitation(Claim claim) {
        return claim.channel() == Channel.EMAIL
                && claim.audience() == Audience.CLIENT
                && switch (claim.kind()) {
                    case CONFIRMATION, CHANGE, CANCELLATION -> true;
                    case REMINDER, AGENDA, OFFER, ALERT, CANARY -> false;
                };
    }

    /** What phones show: the organization's own sender; over an account of its own that one's, which its provider knows. */
    static Optional<String> senderOver(OpenGateway gateway, Optional<String> organizations) {
        return gateway.organizationId() == 0
                ? organizations.or(gateway::sender)
                : gateway.sender().or(() -> organizations);
    }
}
