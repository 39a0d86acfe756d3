package org.bookbell.web.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.Outbox;
import org.bookbell.spi.gateway.Receipt;

/** What the simulated gateways of one kind took, newest first. */
record OutboxView(
        String title, Wanted wanted, String notice, List<Player> players, Answering answering, List<Taken> messages) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>]+");

    /** Which page, and for whom; of all recipients where that is empty. */
    record Wanted(String page, String to) {

        Wanted {
            to = to.strip();
        }

        String path() {
            return to.isEmpty() ? page : page + "?to=" + encode(to);
        }
    }

    /** A gateway whose behavior may be played with. */
    record Player(String gateway, List<String> behaviors, String behavior) {

        private static final String BAN = "acceptAndNeverDeliver";

        boolean isBanned() {
            return behavior.equals(BAN);
        }

        /** What one press of the button plays: a ban, or its end. */
        String oneStep() {
            return isBanned() ? "deliver" : BAN;
        }
    }

    /** Which phone is about to answer whom; nobody's where it is empty. */
    record Answering(String gateway, String phone, String sender) {

        static final Answering NOBODY = new Answering("", "", "");

        boolean isSomebody() {
            return !gateway.isEmpty() && !phone.isEmpty() && !sender.isEmpty();
        }
    }

    /** What a behavior means. */
    static String inWords(String behavior) {
        return switch (behavior) {
            case "deliver" -> "delivers at once";
            case "refuse" -> "refuses";
            case "refuseForNow" -> "is out of order";
            case "acceptAndNeverDeliver" -> "takes messages and delivers nothing";
            case "undelivered" -> "reports that nothing arrives";
            case "answerLate" -> "answers too late";
            case "delay" -> "delivers late";
            default -> behavior;
        };
    }

    /** One message as its recipient sees it. */
    record Taken(
            String to,
            String from,
            String subject,
            List<Part> parts,
            List<ShownFile> files,
            String age,
            String state,
            String gateway) {

        static Taken of(Outbox.Entry entry, Instant now) {
            return new Taken(
                    entry.to(),
                    entry.from(),
                    entry.subject(),
                    parts(entry.text()),
                    entry.attachments().stream().map(ShownFile::of).toList(),
                    age(Duration.between(entry.acceptedAt(), now)),
                    inWords(entry.state()),
                    entry.gateway());
        }

        /** Where this phone answers; empty for a mailbox. */
        String answerPath() {
            return subject.isEmpty()
                    ? "/demo/phones?gateway=" + encode(gateway) + "&phone=" + encode(to) + "&sender=" + encode(from)
                    : "";
        }

        private static List<Part> parts(String text) {
            var parts = new ArrayList<Part>();
            var end = 0;
            for (var link = LINK.matcher(text); link.find(); end = link.end()) {
                parts.add(new Part(text.substring(end, link.start()), false));
                parts.add(new Part(link.group(), true));
            }
            parts.add(new Part(text.substring(end), false));
            return parts;
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

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A piece of a text. */
    record Part(String text, boolean isLink) {}
}
