package org.bookbell.bench;

import jakarta.json.Json;
import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.Shop;

/** A staff member's calendar with a thousand appointments of the coming year, and its subscribers. */
final class SubscribedCalendar {

    static final int EVENTS = 1000;

    /** Many enough that whoever asks again finds nothing that the server remembers for a moment only. */
    private static final int SUBSCRIBERS = 200;

    private static final int A_DAY = 4;
    private static final int CLIENTS = 100;

    private final Subject subject;
    private final List<Subscriber> subscribers;

    /**
     * Who has an address of the calendar.
     *
     * @param tag of the text that the subscriber has
     */
    record Subscriber(URI address, String tag) {

        /** Asks whether there is anything new. */
        byte[] request() {
            return Load.request(address, "If-None-Match: " + tag + "\r\n");
        }
    }

    private SubscribedCalendar(Subject subject, List<Subscriber> subscribers) {
        this.subject = subject;
        this.subscribers = subscribers;
    }

    /** The first calendar of a shop that has no appointments yet. */
    static SubscribedCalendar of(Subject subject, LocalDate first) throws SQLException {
        var starts = IntStream.range(0, EVENTS)
                .mapToObj(n -> first.plusDays(n / A_DAY).atTime(9 + 2 * (n % A_DAY), 0));
        subject.stored().fill(subject.calendars().subList(0, 1), starts);
        new StoredClients(subject.schema(), subject.organization()).takeAll(CLIENTS);
        var subscribers = IntStream.range(0, SUBSCRIBERS)
                .mapToObj(n -> subscribe(subject))
                .toList();
        return new SubscribedCalendar(subject, subscribers);
    }

    private static Subscriber subscribe(Subject subject) {
        var shop = subject.shop();
        var wish = Json.createObjectBuilder()
                .add("kind", "STAFF")
                .add("staff", shop.staff().get(0));
        var made = Shop.create(shop.api(), shop.path() + "/feeds", wish).getString("address");
        var address = subject.server().address().resolve(URI.create(made).getPath());
        return new Subscriber(address, get(subject, address).header("ETag"));
    }

    private static Answer get(Subject subject, URI address) {
        var answer = subject.server().api().get(address.getPath());
        if (answer.status() != 200 || answer.body().split("BEGIN:VEVENT", -1).length != EVENTS + 1) {
            throw new IllegalStateException("a feed must have " + EVENTS + " events but was " + answer.status());
        }
        return answer;
    }

    List<Subscriber> subscribers() {
        return subscribers;
    }

    Subscriber one() {
        return subscribers.get(0);
    }

    /** The calendar as one of its subscribers gets it. */
    String text() {
        return get(subject, one().address()).body();
    }

    /** Changes one appointment. */
    void change() {
        update("UPDATE appointment SET version = version + 1, changed_at = UTC_TIMESTAMP(6) WHERE staff_id = "
                + subject.calendars().get(0) + " ORDER BY starts_at LIMIT 1");
    }

    /** As if everybody had asked long ago, so that the server notes each who asks. */
    void letTimePass() {
        update("UPDATE feed SET fetched_at = NULL WHERE organization_id = " + subject.organization());
    }

    private void update(String sql) {
        try (var connection = subject.schema().connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
