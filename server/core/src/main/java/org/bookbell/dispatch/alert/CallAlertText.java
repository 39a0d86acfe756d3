package org.bookbell.dispatch.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The e-mail about new calls, in plain text. Times are those of the organization, written as its language does. Touches
 * no database.
 *
 * @param page the address of the call list
 */
record CallAlertText(ZoneId zone, Locale locale, String page) {

    /**
     * A call as it is told.
     *
     * @param name whom to call
     * @param what service and staff
     * @param reason in plain words, {@code codes} for programs
     * @param text what the message would have said
     */
    record Line(
            String name,
            boolean isForStaff,
            List<String> numbers,
            Optional<Instant> start,
            String what,
            String reason,
            String codes,
            String text) {

        Line {
            numbers = List.copyOf(numbers);
        }

        /** Shows nothing: all of it is personal. */
        @Override
        public String toString() {
            return "Line[…]";
        }
    }

    String subject(List<Line> lines, long all) {
        var people = all == 1 ? "1 person to call" : all + " people to call";
        return lines.stream()
                .flatMap(line -> line.start().stream())
                .findFirst()
                .map(start -> people + ", the first appointment: " + moment(start, FormatStyle.MEDIUM))
                .orElse(people);
    }

    /**
     * The body.
     *
     * @param lines those told in full, the earliest appointment first
     * @param all how many calls there are, these among them
     */
    String body(List<Line> lines, long all) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(
                all == 1
                        ? "A message did not reach its recipient in time. Please call:"
                        : "Messages did not reach these " + all + " recipients in time. Please call them, the earliest"
                                + " appointment first:");
        for (var i = 0; i < lines.size(); i++) {
            paragraphs.add(paragraph(i + 1, lines.get(i)));
        }
        if (all > lines.size()) {
            paragraphs.add("And " + (all - lines.size()) + " more, who are on the call list.");
        }
        paragraphs.add("Call list: " + page);
        return String.join("\n\n", paragraphs);
    }

    private String paragraph(int number, Line line) {
        var rows = new ArrayList<String>();
        rows.add(number + ". " + line.name() + (line.isForStaff() ? " (staff member)" : ""));
        rows.add(line.numbers().isEmpty() ? "No phone number is known." : "Phone: " + phones(line.numbers()));
        var start = line.start().map(at -> moment(at, FormatStyle.FULL)).orElse("");
        var appointment = start.isEmpty() || line.what().isEmpty() ? start + line.what() : start + ": " + line.what();
        if (!appointment.isEmpty()) {
            rows.add("Appointment: " + appointment);
        }
        rows.add("Why: " + line.reason() + " (" + line.codes() + ")");
        rows.add("Message: " + line.text().replaceAll("\\s*\\n\\s*", " / "));
        return String.join("\n   ", rows);
    }

    /** As addresses that mail programs make links of. */
    private static String phones(List<String> numbers) {
        return String.join(
                " or ", numbers.stream().map(number -> "tel:" + number).toList());
    }

    private String moment(Instant at, FormatStyle date) {
        return DateTimeFormatter.ofLocalizedDateTime(date, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }
}
