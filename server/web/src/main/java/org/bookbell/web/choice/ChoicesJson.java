package org.bookbell.web.choice;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.client.choice.ContactChoice;
import org.bookbell.client.choice.OwnChoices;
import org.bookbell.web.answer.Versions;

/** Own choices as the API shows them. */
record ChoicesJson(List<One> choices) {

    /** One of them. */
    record One(String kind, Channel channel, boolean wanted, Optional<Integer> hoursBefore) {

        static One of(ContactChoice choice) {
            return new One(
                    choice.messageKind(),
                    choice.channel(),
                    choice.wanted(),
                    choice.hoursBefore().stream().boxed().findFirst());
        }
    }

    static Response answer(OwnChoices choices) {
        return Versions.answer(
                new ChoicesJson(choices.choices().stream().map(One::of).toList()), choices.version());
    }
}
