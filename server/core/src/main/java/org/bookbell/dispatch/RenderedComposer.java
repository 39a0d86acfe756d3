package org.bookbell.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageKind;
import org.bookbell.message.text.Letter;
import org.bookbell.message.text.Renderer;
import org.bookbell.message.text.TextKey;
import org.bookbell.plugin.OpenGateway;
import org.bookbell.spi.gateway.Ability;

/**
 * Writes messages from their templates; a reply is asked for only where the gateway takes replies. The sender is the
 * organization's, but for its own account that account's.
 */
@Dependent
class RenderedComposer implements Composer {

    private final Renderer renderer;

    @Inject
    RenderedComposer(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public Composer forBatch() {
        return new RenderedComposer(renderer.remembering());
    }

    @Override
    public Wording write(Claim claim, OpenGateway gateway) {
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
                rendered.unsubscribe());
    }

    /** What phones show: the organization's own sender; over an account of its own that one's, which its provider knows. */
    static Optional<String> senderOver(OpenGateway gateway, Optional<String> organizations) {
        return gateway.organizationId() == 0
                ? organizations.or(gateway::sender)
                : gateway.sender().or(() -> organizations);
    }
}
