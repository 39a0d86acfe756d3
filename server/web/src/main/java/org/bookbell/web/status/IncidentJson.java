package org.bookbell.web.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bookbell.status.Incident;
import org.bookbell.storage.Ids;
import org.bookbell.web.answer.Times;

/** An incident as the API shows it; all times are UTC. */
record IncidentJson(
        String id,
        Incident.Kind kind,
        Optional<String> gateway,
        Optional<String> destination,
        Optional<String> code,
        String suspectFrom,
        String openedAt,
        Optional<String> closedAt,
        Optional<String> nextWordBy,
        List<WordJson> words) {

    /** What an operator said. */
    record WordJson(String saidAt, String words) {}

    static IncidentJson of(Incident incident, Instant now) {
        return new IncidentJson(
                Ids.text(incident.id()),
                incident.kind(),
                Optional.of(incident.gateway()).filter(text -> !text.isEmpty()),
                Optional.of(incident.destination()).filter(text -> !text.isEmpty()),
                incident.code(),
                utc(incident.suspectFrom()),
                utc(incident.openedAt()),
                incident.closedAt().map(IncidentJson::utc),
                incident.isOpen() ? Optional.of(utc(incident.nextWordBy(now))) : Optional.empty(),
                incident.words().stream()
                        .map(word -> new WordJson(utc(word.saidAt()), word.words()))
                        .toList());
    }

    private static String utc(Instant instant) {
        return Times.text(instant, ZoneOffset.UTC);
    }
}
