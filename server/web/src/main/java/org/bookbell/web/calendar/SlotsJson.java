package org.bookbell.web.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.bookbell.calendar.offer.Offer;
import org.bookbell.storage.Ids;
import org.bookbell.web.answer.Times;

/** An offer as the API writes it; built by hand, since a month of ten calendars has thousands of slots. */
final class SlotsJson {

    private final byte[] bytes;

    private SlotsJson(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Shared by all requests, none of which changes them. */
    byte[] bytes() {
        return bytes;
    }

    static SlotsJson of(Offer offer, ZoneId zone) {
        var json = new StringBuilder("{\"zone\":\"").append(zone.getId()).append("\",\"durationMinutes\":");
        json.append(offer.duration().toMinutes()).append(",\"slots\":[");
        var staffLists = new IdentityHashMap<List<Long>, String>();
        offer.forEachStart((second, staffIds) -> {
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",");
            json.append("{\"start\":\"").append(Times.text(Instant.ofEpochSecond(second), zone));
            json.append("\",\"staff\":").append(staffLists.computeIfAbsent(staffIds, SlotsJson::array));
            json.append('}');
        });
        return new SlotsJson(json.append("]}").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String array(List<Long> ids) {
        return ids.stream().map(id -> "\"" + Ids.text(id) + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
