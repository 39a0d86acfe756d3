package org.bookbell.web.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bookbell.spi.gateway.Outbox;
import org.bookbell.spi.gateway.Receipt;

/** What the simulated gateways of one kind took, newest first. */
record OutboxView(String title, String path, List<Player> players, List<Taken> messages) {

    /** A gateway whose behavior may be played with. */
    record Player(String gateway, List<String> behaviors, String behavior) {

        /** What a behavior means. */
        public String inWords(String word) {
            return switch (word) {
                case "deliver" -> "delivers at once";
                case "refuse" -> "refuses";
                case "refuseForNow" -> "is out of order";
                case "acceptAndNeverDeliver" -> "takes messages and delivers nothing";
                case "undelivered" -> "reports that nothing arrives";
                case "answerLate" -> "answers too late";
                case "delay" -> "delivers late";
                default -> word;
            };
        }
    }

    /** One message as its recipient sees it. */
    record Taken(String to, String from, String subject, String text, String age, String state, String gateway) {

        static Taken of(Outbox.Entry entry, Instant now) {
            return new Taken(
                    entry.to(),
                    entry.from(),
                    entry.subject(),
                    entry.text(),
                    age(Duration.between(entry.acceptedAt(), now)),
                    inWords(entry.state()),
                    entry.gateway());
        }

        private static String age(Duration since) {
            var seconds = Math.max(0, since.toSeconds());
            if (seconds < 100) {
                return seconds + " s ago";
            }
            return seconds < 6000 ? seconds / 60 + " min ago" : seconds / 3600 + " h ago";
        }

        private static String inWords(Receipt.State state) {
            return switch (state) {
                case DELIVERED -> "delivered";
                case UNDELIVERED -> "not delivered";
                default -> "on its way";
            };
        }
    }
}
