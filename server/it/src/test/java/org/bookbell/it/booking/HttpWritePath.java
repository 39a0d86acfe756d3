package org.bookbell.it.booking;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.Shop;

/** The requests by which a time becomes somebody's. */
enum HttpWritePath {
    BOOK {
        @Override
        Racer prepare(Shop shop, int racers) {
            return (number, start) -> shop.book(shop.staff().get(0), start, "racer" + number);
        }
    },
    BOOK_HELD {
        @Override
        Racer prepare(Shop shop, int racers) {
            return (number, start) -> {
                var held = shop.api().post(shop.path() + "/holds", text(shop.wish(start)));
                return held.status() == 201
                        ? shop.api().post(shop.path() + "/appointments", booking(held, number))
                        : held;
            };
        }

        private String booking(Answer held, int number) {
            return text(Json.createObjectBuilder()
                    .add("hold", held.json().getString("id"))
                    .add("client", Json.createObjectBuilder().add("name", "racer" + number)));
        }
    },
    RESCHEDULE {
        @Override
        Racer prepare(Shop shop, int racers) {
            var booked = IntStream.range(0, racers)
                    .mapToObj(number -> book(shop, elsewhere(number), number))
                    .toList();
            return (number, start) -> shop.api()
                    .post(
                            appointment(shop, booked.get(number)) + "/reschedule",
                            text(Json.createObjectBuilder().add("start", start.toString())));
        }
    },
    /** All undo the cancellation of what they had booked at that time. */
    REINSTATE {
        @Override
        Racer prepare(Shop shop, int racers) {
            return new Reinstating(shop, new String[racers]);
        }
    },
    /** The page on which the world books. */
    PUBLIC_PAGE {
        @Override
        Racer prepare(Shop shop, int racers) {
            return (number, start) -> bookOnPage(shop, start, number);
        }

        @Override
        String refusal() {
            return "not free any more";
        }
    },
    /** The page of a client's own appointment. */
    SELF_PAGE {
        @Override
        Racer prepare(Shop shop, int racers) {
            var links = IntStream.range(0, racers)
                    .mapToObj(number -> bookOnPage(shop, elsewhere(number), number))
                    .map(booked -> booked.header("Location").replaceAll(".*(/self/[^?]+).*", "$1"))
                    .toList();
            return (number, start) -> shop.visitor().submit(links.get(number) + "/move", "start=" + start);
        }

        @Override
        String refusal() {
            return "not free any more";
        }
    };

    /** One who wants a time. */
    @FunctionalInterface
    interface Racer {

        Answer run(int number, Instant start);

        default void getReady(Instant start) {}
    }

    /** What each of {@code racers} does once all are at the start. */
    abstract Racer prepare(Shop shop, int racers);

    /** What those are told who come too late: programs get the next free times as data. */
    String refusal() {
        return "\"nextFree\":[{\"";
    }

    /** A time of one's own, far from those that are raced for. */
    private static Instant elsewhere(int number) {
        return RacesOverHttpIT.LAST_DAY.plus(Duration.ofMinutes((long) Shop.MINUTES * number));
    }

    private static Answer bookOnPage(Shop shop, Instant start, int number) {
        var path = "/b/" + shop.slug() + "/" + shop.service() + "/details";
        return shop.visitor()
                .submit(path, "start=" + start + "&name=racer" + number + "&email=racer" + number + "@example.org");
    }

    private static String book(Shop shop, Instant start, int number) {
        var booked = shop.book(shop.staff().get(0), start, "racer" + number);
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked.json().getString("id");
    }

    private static String appointment(Shop shop, String id) {
        return shop.path() + "/appointments/" + id;
    }

    private static String text(JsonObjectBuilder body) {
        return body.build().toString();
    }

    /** Before each round everybody in turn books the time and cancels it. */
    private record Reinstating(Shop shop, String[] appointments) implements Racer {

        @Override
        public void getReady(Instant start) {
            for (var number = 0; number < appointments.length; number++) {
                var id = book(shop, start, number);
                var cancelled = shop.api().post(appointment(shop, id) + "/cancel", "{\"reason\":\"is ill\"}");
                assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
                appointments[number] = id;
            }
        }

        @Override
        public Answer run(int number, Instant start) {
            return shop.api().post(appointment(shop, appointments[number]) + "/reinstate");
        }
    }
}
