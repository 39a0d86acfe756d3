package org.bookbell.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.text.Letter;
import org.bookbell.message.text.Renderer;
import org.bookbell.message.text.TextKey;
import org.bookbell.plugin.OpenGateway;
import org.bookbell.spi.gateway.Ability;

/** Writes messages from their templates; a reply is asked for only where the gateway takes replies. */
@Dependent
class RenderedComposer implements Composer {

    private final Renderer renderer;

    @Inject
    RenderedComposer(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public Wording write(Claim claim, OpenGateway gateway) {
        var key = new TextKey(claim.kind(), claim.audience(), claim.channel());
        var letter = new Letter(claim.organizationId(), key, MessageFacts.parse(claim.facts()));
        var rendered = renderer.render(letter, gateway.has(Ability.REPLIES));
        var sender = rendered.sender();
        return new Wording(
                sender.smsSender().or(gateway::sender),
                sender.name(),
                sender.email(),
                rendered.subject().orElse(sender.name()),
                rendered.text(),
                rendered.unsubscribe());
    }
}
