package org.bookbell.export.busy.fetch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.bookbell.export.busy.fetch.Refusal.Unreachable;

/** Asks for calendars. Any threads may; each waits for its own answer, at most a minute after the name was found. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class Fetching {

    private static final int MOST_REDIRECTIONS = 3;
    private static final Set<Integer> REDIRECTIONS = Set.of(301, 302, 303, 307, 308);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private Connector connector;
    private Clock clock;
    private Duration head;
    private Duration whole;

    /** For the container's proxy. */
    protected Fetching() {}

    @Inject
    public Fetching(AllowedOrigins allowed, Clock clock) {
        this(
                new Connector(allowed, InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault()),
                clock,
                Duration.ofSeconds(20),
                Duration.ofSeconds(60));
    }

    /**
     * Asks over {@code connector}.
     *
     * @param head how long may pass until the body begins
     * @param whole how long everything may take, redirections included
     */
    Fetching(Connector connector, Clock clock, Duration head, Duration whole) {
        this.connector = connector;
        this.clock = clock;
        this.head = head;
        this.whole = whole;
    }

    /** Why an address may not be asked for, if that can be told without asking; empty if it may. */
    public Optional<String> objection(FeedAddress address) {
        try {
            connector.check(address);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(String.valueOf(refusal.getMessage()));
        }
    }

    /** Asks for a calendar, unless it is as {@code known} tells. */
    public Fetched fetch(FeedAddress address, Validators known) {
        try {
            return follow(address, known, Deadline.in(whole));
        } catch (Refusal refusal) {
            return Fetched.failed(String.valueOf(refusal.getMessage()));
        } catch (IOException failure) {
            return Fetched.failed(sentence(failure));
        }
    }

    private Fetched follow(FeedAddress first, Validators known, Deadline deadline) throws IOException, Refusal {
        var address = first;
        for (var i = 0; i <= MOST_REDIRECTIONS; i++) {
            try (var connection = connector.connect(address, deadline)) {
                connection.until(deadline.butIn(head));
                connection.ask(address, known);
                var answer = AnswerHead.read(connection.in());
                if (!REDIRECTIONS.contains(answer.status())) {
                    connection.until(deadline);
                    return answered(answer, connection, known);
                }
                address = answer.header("Location")
                        .flatMap(address::follow)
                        .orElseThrow(() -> new Refusal("The calendar is elsewhere, but it is not said where."));
            }
        }
        throw new Refusal("The calendar's address leads on more than three times.");
    }

    private Fetched answered(AnswerHead answer, Connection connection, Validators known) throws IOException, Refusal {
        if (answer.status() == OK) {
            var validators = new Validators(answer.header("ETag"), answer.header("Last-Modified"));
            return new Fetched.Whole(AnswerBody.read(answer, connection.in()), validators);
        }
        if (answer.status() == NOT_MODIFIED && !known.equals(Validators.NONE)) {
            return new Fetched.Unchanged();
        }
        return new Fetched.Failed(
                "The calendar's server answered with status " + answer.status() + ".",
                RetryAfter.of(answer, clock.instant()));
    }

    private static String sentence(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return "The name of the calendar's server is not known.";
        }
        if (failure instanceof Unreachable) {
            return "The calendar's server could not be reached.";
        }
        if (failure instanceof SocketTimeoutException) {
            return "The calendar's server took too long.";
        }
        if (failure instanceof SSLException) {
            return "The calendar's server could not prove who it is.";
        }
        if (failure instanceof EOFException) {
            return "The calendar ended too early.";
        }
        return failure instanceof ZipException
                ? "The calendar is packed in a way that cannot be unpacked."
                : "The calendar's server broke off, or does not speak HTTP.";
    }

    /** Ends all that is on its way. */
    @PreDestroy
    public void stop() {
        connector.endAll();
    }
}
