package org.bookbell.export.busy.fetch;

import java.time.Duration;
import java.util.Optional;

/** What came of asking for a calendar. */
public sealed interface Fetched {

    /** It is here, as bytes of which nothing else is known. */
    final class Whole implements Fetched {

        private final byte[] calendar;
        private final Validators validators;

        Whole(byte[] calendar, Validators validators) {
            this.calendar = calendar;
            this.validators = validators;
        }

        /** The bytes themselves, not a copy: they may be megabytes. */
        public byte[] calendar() {
            return calendar;
        }

        public Validators validators() {
            return validators;
        }
    }

    /** It is as it was when the validators were got. */
    record Unchanged() implements Fetched {}

    /**
     * It is not here.
     *
     * @param reason a sentence for whoever subscribed
     * @param after when the other server wants to be asked again at the earliest
     */
    record Failed(String reason, Optional<Duration> after) implements Fetched {}

    static Failed failed(String reason) {
        return new Failed(reason, Optional.empty());
    }
}
