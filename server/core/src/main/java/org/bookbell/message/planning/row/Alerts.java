package org.bookbell.message.planning.row;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.client.Channel;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageFacts.Words;
import org.bookbell.message.MessagesDue;
import org.bookbell.message.Recipient;
import org.bookbell.message.timing.Window;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.Faults;
import org.bookbell.storage.transaction.UseCase;

/** Tells somebody something at once that is about no appointment: an alert, or the test message of the set-up. */
@UseCase
public class Alerts {

    private static final Duration USEFUL_FOR = Duration.ofHours(24);
    private static final int LONGEST_SUBJECT = 150;
    /** Organization 0: an alert of the server's own. */
    private static final long SERVER = 0;

    private static final String SERVER_NAME = "Bookbell";
    private static final int LONGEST_TEXT = 100_000;

    private final MessageRows rows;
    private final Organizations organizations;
    private final Clock clock;
    private final Audit audit;
    private final Event<MessagesDue> due;

    @Inject
    public Alerts(MessageRows rows, Organizations organizations, Clock clock, Audit audit, Event<MessagesDue> due) {
        this.rows = rows;
        this.organizations = organizations;
        this.clock = clock;
        this.audit = audit;
        this.due = due;
    }

    /**
     * Plans one message over one channel, worth sending for a day, and answers its id.
     *
     * @param organizationId in whose name; 0 for the server's
     * @param subject one line; an SMS leaves it out
     */
    public long tell(
            Actor actor, long organizationId, Recipient recipient, Channel channel, String subject, String text) {
        check(recipient, channel, subject, text);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var name = organizationId == SERVER
                ? SERVER_NAME
                : organizations.get(organizationId).name();
        var facts = MessageFacts.of(new Words(name, subject, text), recipient);
        var window = new Window(now, now.plus(USEFUL_FOR));
        var id = rows.insertAlert(organizationId, recipient, channel, facts, window);
        audit.record(actor, organizationId, "alert.planned", "message", id, channel.name());
        due.fire(new MessagesDue(List.of(id)));
        return id;
    }

    /** The same by e-mail, to somebody who has an address. */
    public long mail(Actor actor, long organizationId, Recipient recipient, String subject, String text) {
        return tell(actor, organizationId, recipient, Channel.EMAIL, subject, text);
    }

    private static void check(Recipient recipient, Channel channel, String subject, String text) {
        var faults = new Faults();
        faults.check(
                recipient.address(channel).isPresent(),
                "/recipient",
                channel == Channel.SMS
                        ? "The recipient has no mobile number."
                        : "The recipient has no e-mail address.");
        faults.check(
                !subject.isBlank() && subject.length() <= LONGEST_SUBJECT,
                "/subject",
                "The subject must have 1 to " + LONGEST_SUBJECT + " characters.");
        faults.check(
                !text.isBlank() && text.length() <= LONGEST_TEXT,
                "/text",
                "The text must have 1 to " + LONGEST_TEXT + " characters.");
        faults.throwIfAny();
    }
}
