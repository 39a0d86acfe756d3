package org.bookbell.export.busy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.export.busy.fetch.FeedAddress;
import org.bookbell.export.busy.fetch.Fetched;
import org.bookbell.export.busy.fetch.Fetched.Failed;
import org.bookbell.export.busy.fetch.Fetched.Whole;
import org.bookbell.export.busy.fetch.Fetching;
import org.bookbell.export.busy.fetch.Validators;
import org.bookbell.export.busy.ical.BusyReader;
import org.bookbell.export.busy.ical.line.UnreadableCalendar;

/** Fetches a claimed calendar and reads it. Several may be fetched at once; they are read one after the other. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class BusyFetches {

    /** How far ahead busy times are read: beyond the longest window in which clients may book. */
    static final int DAYS = 400;

    private static final Logger LOG = System.getLogger(BusyFetches.class.getName());

    /** After that a calendar is read again even if it did not change: series go on. */
    private static final Duration READ_EVERY = Duration.ofDays(1);

    private final Object reading = new Object();
    private Fetching fetching;
    private AddressCipher cipher;
    private Results results;
    private Clock clock;
    private volatile boolean isStopping;

    /** For the container's proxy. */
    protected BusyFetches() {}

    @Inject
    BusyFetches(Fetching fetching, AddressCipher cipher, Results results, Clock clock) {
        this.fetching = fetching;
        this.cipher = cipher;
        this.results = results;
        this.clock = clock;
    }

    /** Fetches, reads, and writes down what came of it. */
    void fetch(Claim claim) {
        try {
            var address = cipher.open(claim.id(), claim.address());
            if (address.isEmpty()) {
                results.failed(
                        claim,
                        "The address was written with another key of this server; remove the calendar and add it again.",
                        Optional.empty());
                return;
            }
            var fetched = fetched(claim, address.get());
            if (!isStopping) {
                keep(claim, fetched);
            }
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.ERROR,
                    "An outside calendar could not be fetched; it is tried again in some minutes.",
                    failure);
        }
    }

    private Fetched fetched(Claim claim, FeedAddress address) {
        var isKnown = claim.readAt()
                .filter(at -> at.plus(READ_EVERY).isAfter(clock.instant()))
                .isPresent();
        return fetching.fetch(address, isKnown ? claim.validators() : Validators.NONE);
    }

    private void keep(Claim claim, Fetched fetched) {
        if (fetched instanceof Whole whole) {
            read(claim, whole);
        } else if (fetched instanceof Failed failed) {
            results.failed(claim, failed.reason(), failed.after());
        } else {
            results.unchanged(claim);
        }
    }

    private void read(Claim claim, Whole whole) {
        var today = clock.instant().atZone(claim.zone()).truncatedTo(ChronoUnit.DAYS);
        var window = new TimeSlot(today.toInstant(), today.plusDays(DAYS).toInstant());
        try {
            var busy = busy(claim, whole, window);
            results.read(claim, busy, window, whole.validators());
        } catch (UnreadableCalendar refused) {
            results.failed(claim, String.valueOf(refused.getMessage()), Optional.empty());
        }
    }

    private List<TimeSlot> busy(Claim claim, Whole whole, TimeSlot window) throws UnreadableCalendar {
        synchronized (reading) {
            return BusyReader.read(whole.calendar(), claim.zone(), window);
        }
    }

    /** Ends what is on its way; its claims end by themselves. */
    void stop() {
        isStopping = true;
        fetching.stop();
    }
}
