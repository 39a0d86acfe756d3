package org.bookbell.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.bookbell.status.Incident;
import org.bookbell.status.warning.Warning;

/** How pages warn members while an incident lasts. */
final class WarningWords {

    /** So many days are told by themselves. */
    private static final int MOST_DAYS = 3;

    private WarningWords() {}

    /** In the zone of the organization. */
    static String of(Warning warning, ZoneId zone) {
        var today = LocalDate.ofInstant(warning.asOf(), zone);
        var what = what(warning.kind());
        var unsent = unsent(warning.unsent(), today);
        var times = "; known since " + at(warning.knownSince(), zone, today) + "; next word by "
                + at(warning.nextWordBy(), zone, today) + ".";
        var said = new ArrayList<String>();
        if (unsent.isEmpty()) {
            said.add(what + times);
        } else if (warning.kind() == Incident.Kind.EMAIL) {
            said.addAll(List.of(what + times, unsent + "."));
        } else {
            said.addAll(List.of(unsent + times, what + "."));
        }
        if (warning.toPhone() > 0) {
            said.add(warning.toPhone() + (warning.toPhone() == 1 ? " client is" : " clients are")
                    + " on the call list.");
        }
        said.add(follows(warning.kind()));
        return String.join(" ", said);
    }

    private static String what(Incident.Kind kind) {
        return switch (kind) {
            case FAIL_OVER -> "A provider took messages and did not bring them";
            case REFUSES -> "A provider refuses messages";
            case SENDING -> "Messages are not sent at the moment";
            case EMAIL -> "E-mail cannot be sent at the moment";
        };
    }

    private static String follows(Incident.Kind kind) {
        return switch (kind) {
            case FAIL_OVER, REFUSES -> "They are sent again by another one where there is time.";
            case SENDING -> "They are sent as soon as that is possible, while they are of use.";
            case EMAIL -> "Nobody is told by e-mail whom to call: look at the call list here.";
        };
    }

    /** 12 reminders for tomorrow not sent. */
    private static String unsent(SortedMap<LocalDate, Long> days, LocalDate today) {
        if (days.isEmpty()) {
            return "";
        }
        var parts = new ArrayList<String>();
        long told = 0;
        for (var day : days.entrySet().stream()
                .limit(days.size() > MOST_DAYS ? MOST_DAYS - 1 : MOST_DAYS)
                .toList()) {
            parts.add(
                    day.getValue() + (told == 0 ? reminders(day.getValue()) : "") + " for " + day(day.getKey(), today));
            told += day.getValue();
        }
        long later = days.values().stream().mapToLong(Long::longValue).sum() - told;
        if (later > 0) {
            parts.add(later + " for later days");
        }
        var last = parts.remove(parts.size() - 1);
        return (parts.isEmpty() ? last : String.join(", ", parts) + " and " + last) + " not sent";
    }

    private static String reminders(long count) {
        return count == 1 ? " reminder" : " reminders";
    }

    private static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "today";
        }
        return day.equals(today.plusDays(1)) ? "tomorrow" : Words.shortDay(day);
    }

    private static String at(Instant moment, ZoneId zone, LocalDate today) {
        return moment.atZone(zone).toLocalDate().equals(today) ? Words.time(moment, zone) : Words.moment(moment, zone);
    }
}
