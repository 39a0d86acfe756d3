package org.bookbell.it.kannel;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bookbell.spi.gateway.SmsSubmission;

/** Submissions whose ids and numbers nobody else uses. */
final class Attempts {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Attempts() {}

    /** A text to a number of its own, whose last two digits tell the SMS center what becomes of it. */
    static SmsSubmission of(String text, String fate) {
        var number = MADE.incrementAndGet();
        return new SmsSubmission(
                "%013d".formatted(number),
                "+1555%05d%s".formatted(number, fate),
                Optional.of("Salon"),
                text,
                Duration.ofHours(3));
    }

    /** What the SMS center was given of a submission, once it was {@code count} parts. */
    static List<SubmittedPart> awaitParts(SmsCenter center, SmsSubmission sms, int count) {
        return await("parts of a message")
                .atMost(PATIENCE)
                .until(() -> center.submittedTo(sms.to()), of -> of.size() >= count);
    }
}
