package org.bookbell.message.calls;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bookbell.client.Channel;
import org.bookbell.message.AppointmentFacts.Visit;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.ledger.CallListEntry;
import org.bookbell.message.text.Letter;
import org.bookbell.message.text.Rendered;
import org.bookbell.message.text.Renderer;
import org.bookbell.message.text.TextKey;

/** The texts that did not arrive, as they would be written now. It reads outside any transaction of its caller. */
@Dependent
public class CallTexts {

    private final Renderer renderer;

    @Inject
    public CallTexts(Renderer renderer) {
        this.renderer = renderer;
    }

    /**
     * The texts by the id of their call, as somebody would write them by SMS.
     *
     * @param withLink whether they hold the secret link of the client
     */
    public Map<Long, String> bySms(Collection<CallListEntry> calls, boolean withLink) {
        var list = List.copyOf(calls);
        var letters = list.stream().map(call -> letter(call, withLink)).toList();
        List<Rendered> rendered = renderer.renderAll(letters, false);
        var texts = new HashMap<Long, String>();
        for (var i = 0; i < list.size(); i++) {
            texts.put(list.get(i).id(), rendered.get(i).text().strip());
        }
        return texts;
    }

    private static Letter letter(CallListEntry call, boolean withLink) {
        var about = call.about();
        var facts = withLink ? about.facts() : withoutLink(about.facts());
        return new Letter(about.organizationId(), new TextKey(about.kind(), about.recipientKind(), Channel.SMS), facts);
    }

    private static MessageFacts withoutLink(MessageFacts facts) {
        var told = facts.appointment();
        if (told == null) {
            return facts;
        }
        var visit = new Visit(
                told.visit().service(), told.visit().staff(), told.visit().note(), null);
        var bare = new MessageFacts.Told(told.start(), told.end(), told.zone(), told.business(), visit, told.guest());
        return new MessageFacts(facts.to(), bare, facts.words());
    }
}
