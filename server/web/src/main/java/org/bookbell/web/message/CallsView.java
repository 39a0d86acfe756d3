package org.bookbell.web.message;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.calls.CallReason;
import org.bookbell.message.ledger.CallListEntry;
import org.bookbell.storage.Ids;
import org.bookbell.web.page.Words;

/**
 * The calls as a page.
 *
 * @param results what became of those that were just sent again
 */
record CallsView(
        String path, boolean isHandled, long openCalls, List<CallLine> calls, List<Result> results, boolean mayHandle) {

    /** What became of a message that was to be sent again. */
    record Result(String name, String words, String messagePath) {}

    /** A number with a link that dials it, and one that writes to it, empty for a fixed line. */
    record PhoneNumber(String number, String smsPath) {}

    /** One call. */
    record CallLine(
            String id,
            String handledPath,
            String name,
            boolean isForStaff,
            List<PhoneNumber> numbers,
            String email,
            String when,
            String what,
            String reason,
            String codes,
            String text,
            String appointmentPath,
            String messagePath,
            List<String> resends,
            String handled) {

        static CallLine of(CallListEntry entry, String text, String root, ZoneId zone) {
            var told = Optional.ofNullable(entry.about().facts().appointment());
            return new CallLine(
                    Ids.text(entry.id()),
                    root + "/callList/" + Ids.text(entry.id()) + "/handled",
                    entry.about().facts().to().name(),
                    entry.isForStaff(),
                    numbers(entry, text),
                    entry.contact().email().orElse(""),
                    entry.appointmentStart()
                            .map(start -> Words.moment(start, zone))
                            .orElse("The appointment"),
                    told.map(about -> about.visit().service() + " with "
                                    + about.visit().staff())
                            .orElse(""),
                    CallReason.inWords(entry),
                    entry.why().codes(),
                    text,
                    entry.about()
                            .appointmentId()
                            .map(id -> root + "/appointments/" + Ids.text(id))
                            .orElse(""),
                    root + "/messages/" + Ids.text(entry.messageId()),
                    entry.resends().stream()
                            .map(resend -> inWords(resend, zone))
                            .toList(),
                    entry.handled().map(handled -> inWords(handled, zone)).orElse(""));
        }

        private static List<PhoneNumber> numbers(CallListEntry entry, String text) {
            var contact = entry.contact();
            return contact.numbers().stream()
                    .map(number -> new PhoneNumber(
                            number,
                            contact.mobile()
                                    .filter(number::equals)
                                    .map(mobile -> SmsLink.of(mobile, text))
                                    .orElse("")))
                    .toList();
        }

        private static String inWords(CallListEntry.Resend resend, ZoneId zone) {
            var channel = resend.channel() == Channel.SMS ? "SMS" : "e-mail";
            return "Sent again by " + channel + " on " + Words.moment(resend.at(), zone)
                    + resend.by().map(name -> " by " + name).orElse("") + ": " + MessageLine.inWords(resend.state())
                    + resend.reason().map(reason -> " (" + reason + ")").orElse("");
        }

        private static String inWords(CallListEntry.Handled handled, ZoneId zone) {
            return handled.byName().map(name -> "Handled by " + name).orElse("Settled by itself") + " on "
                    + Words.moment(handled.at(), zone)
                    + handled.note().map(note -> ": " + note).orElse("");
        }
    }
}
