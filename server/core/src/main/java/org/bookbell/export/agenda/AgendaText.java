package org.bookbell.export.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.export.agenda.pack.PaperSet;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;

/** An agenda as an e-mail says it: first whom to phone, then each day, then what is attached. */
public final class AgendaText {

    private static final int MOST_LINES = 400;
    private static final String CONFIRMED = "CONFIRMED";
    private static final String REQUESTED = "REQUESTED";

    private final AgendaWords words;
    private final String title;
    private final Period period;
    private final boolean withStaff;
    private final StringBuilder text = new StringBuilder();

    /**
     * An empty one.
     *
     * @param title whose it is
     * @param withStaff whether it must say with whom each appointment is
     */
    public AgendaText(Locale locale, String title, Period period, boolean withStaff) {
        this.words = AgendaWords.in(locale);
        this.title = title;
        this.period = period;
        this.withStaff = withStaff;
    }

    public String subject() {
        return words.fill("subject", values(Map.of()));
    }

    /** The whole text; {@code appointments} are by start. */
    public String write(List<ExportedAppointment> appointments, PaperSet papers, Instant asOf) {
        line(words.fill(period.daysAhead() == 1 ? "title" : "title.many", values(Map.of())));
        var local = asOf.atZone(period.zone());
        line(words.fill("asOf", Map.of("date", words.date(local), "time", words.time(local), "zone", zone())));
        addReminders(appointments.stream()
                .filter(each -> isOn(period.firstDay(), each))
                .toList());
        addDays(appointments);
        addFiles(papers);
        return text.toString();
    }

    private String zone() {
        return period.zone().getId();
    }

    private Map<String, String> values(Map<String, String> more) {
        var all = new HashMap<>(more);
        all.put("title", title);
        all.put("day", words.day(period.firstDay()));
        all.put("days", Integer.toString(period.daysAhead()));
        return all;
    }

    private void addReminders(List<ExportedAppointment> firstDay) {
        if (firstDay.isEmpty()) {
            return;
        }
        var toPhone = firstDay.stream().filter(AgendaText::isToPhone).toList();
        line("");
        var count = Map.of("count", Integer.toString(toPhone.size()));
        line(
                toPhone.isEmpty()
                        ? words.fill("unproven.none", values(Map.of()))
                        : words.count("unproven", toPhone.size(), values(count)));
        toPhone.forEach(each -> line("  " + time(each.start()) + "  " + each.clientName() + "  " + phones(each) + "  ("
                + state(each).orElse("") + ")"));
        long toCome = firstDay.stream()
                .filter(each -> !isConfirmed(each) && each.reminder() == ReminderState.PLANNED)
                .count();
        if (toCome > 0) {
            line(words.count("toCome", toCome, Map.of("count", Long.toString(toCome))));
        }
    }

    /** Who is owed a reminder, got none that is proven, and will get none. */
    private static boolean isToPhone(ExportedAppointment each) {
        return !isConfirmed(each)
                && switch (each.reminder()) {
                    case NOT_DELIVERED, UNKNOWN, SENT -> true;
                    case NONE, PLANNED, DELIVERED -> false;
                };
    }

    private static boolean isConfirmed(ExportedAppointment each) {
        return each.status().equals(CONFIRMED);
    }

    private String phones(ExportedAppointment each) {
        var numbers = Stream.of(each.clientMobile(), each.clientPhone())
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining(" / "));
        return numbers.isEmpty() ? words.get("noNumber") : numbers;
    }

    private void addDays(List<ExportedAppointment> appointments) {
        var byDay = appointments.stream()
                .limit(MOST_LINES)
                .collect(Collectors.groupingBy(
                        each -> each.start().atZone(period.zone()).toLocalDate()));
        period.days().forEach(day -> {
            line("");
            line(words.date(day));
            var ofDay = byDay.getOrDefault(day, List.of());
            if (ofDay.isEmpty() && appointments.size() <= MOST_LINES) {
                line("  " + words.get("free"));
            }
            ofDay.forEach(each -> line("  " + appointment(each)));
        });
        if (appointments.size() > MOST_LINES) {
            line("");
            line(words.fill("more", Map.of("count", Integer.toString(appointments.size() - MOST_LINES))));
        }
    }

    private boolean isOn(LocalDate day, ExportedAppointment each) {
        return each.start().atZone(period.zone()).toLocalDate().equals(day);
    }

    private String appointment(ExportedAppointment each) {
        var parts = Stream.of(
                        each.service(),
                        each.clientName(),
                        withStaff ? words.fill("with", Map.of("staff", each.staff())) : "")
                .filter(part -> !part.isBlank())
                .map(part -> part.replaceAll("\\s+", " "))
                .collect(Collectors.joining(", "));
        return time(each.start()) + "–" + time(each.end()) + "  " + parts
                + state(each).map(state -> " – " + state).orElse("");
    }

    private Optional<String> state(ExportedAppointment each) {
        if (isConfirmed(each) || each.status().equals(REQUESTED)) {
            return Optional.of(words.get("state." + each.status()));
        }
        return each.reminder() == ReminderState.NONE
                ? Optional.empty()
                : Optional.of(words.get("state." + each.reminder()));
    }

    private void addFiles(PaperSet papers) {
        line("");
        if (!papers.files().isEmpty()) {
            line(words.get("files"));
            papers.files().forEach(file -> line("  " + file.name() + "\n    " + PaperSet.sha256(file)));
        }
        if (!papers.missing().isEmpty()) {
            line(words.fill("missing", Map.of("names", String.join(", ", papers.missing()))));
        }
    }

    private String time(Instant instant) {
        return words.time(instant.atZone(period.zone()));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
