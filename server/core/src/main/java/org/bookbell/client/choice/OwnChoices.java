package org.bookbell.client.choice;

import java.util.HashSet;
import java.util.List;
import org.bookbell.problem.Fault;
import org.bookbell.problem.Faults;

/**
 * All that a client or a staff member chose about their messages; what no choice is about goes by the organization's
 * rules.
 *
 * @param version raised by each change; 0 before the first one
 */
public record OwnChoices(long version, List<ContactChoice> choices) {

    public OwnChoices {
        choices = List.copyOf(choices);
    }

    /** Other choices in place of these. */
    public OwnChoices with(List<ContactChoice> others) {
        return new OwnChoices(version, others);
    }

    /** What is wrong with them, each with a pointer into {@code /choices}. */
    public List<Fault> faults() {
        var faults = new Faults();
        var seen = new HashSet<List<Object>>();
        for (var i = 0; i < choices.size(); i++) {
            var choice = choices.get(i);
            faults.check(
                    seen.add(List.of(choice.messageKind(), choice.channel())),
                    "/choices/" + i,
                    "There is a choice for this kind and channel already; leave one of them out.");
            faults.check(
                    choice.wanted() || choice.hoursBefore().isEmpty(),
                    "/choices/" + i + "/hoursBefore",
                    "Whoever does not want a message chooses no time for it; leave the hours out.");
        }
        return faults.list();
    }
}
