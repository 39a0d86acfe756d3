package org.bookbell.export.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.awaitility.Awaitility;
import org.bookbell.export.ExportFailed;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PlacesTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final int MEGABYTE = 1 << 20;

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        clockwork.shutdownNow();
    }

    @Test
    void a_short_one_is_complete_before_it_is_sent() throws IOException {
        var download = downloads(LONG, 1, out -> out.write(new byte[1_000])).begin();

        assertThat(download.length()).contains(1_000L);
        assertThat(written(download)).hasSize(1_000);
    }

    @Test
    void nothing_is_a_download_too() throws IOException {
        assertThat(downloads(LONG, 1, out -> {}).begin().length()).contains(0L);
    }

    @Test
    void a_long_one_is_sent_while_it_is_written() throws IOException {
        var download = downloads(LONG, 1, out -> {
                    for (var n = 0; n < MEGABYTE; n++) {
                        out.write(n);
                    }
                })
                .begin();

        assertThat(download.length()).isEmpty();
        assertThat(written(download)).hasSize(MEGABYTE);
    }

    @Test
    void one_that_fails_before_anything_was_sent_is_a_problem() {
        var downloads = downloads(LONG, 1, out -> {
            out.write(new byte[1_000]);
            throw new ExportFailed(ExportFailed.Cause.FAULTY, "The exporter x failed.");
        });

        assertThatProblem(downloads, ProblemType.INTERNAL_ERROR).withMessage("The exporter x failed.");
    }

    @Test
    void too_many_appointments_are_the_fault_of_the_request() {
        var downloads = downloads(LONG, 1, out -> {
            throw new ExportFailed(ExportFailed.Cause.TOO_MANY, "At most 3.");
        });

        assertThatProblem(downloads, ProblemType.INVALID_REQUEST).withMessage("At most 3.");
    }

    @Test
    void one_that_fails_midway_ends_with_a_failure() {
        var download = downloads(LONG, 1, out -> {
                    out.write(new byte[MEGABYTE]);
                    throw new ExportFailed(ExportFailed.Cause.FAULTY, "The exporter x failed.");
                })
                .begin();

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> written(download));
    }

    @Test
    void an_error_of_the_machine_is_never_a_short_download() {
        var download = downloads(LONG, 1, out -> {
                    out.write(new byte[MEGABYTE]);
                    throw new OutOfMemoryError("in a test");
                })
                .begin();

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> written(download));
    }

    @Test
    void one_that_never_ends_is_interrupted() {
        var downloads = downloads(SHORT, 1, out -> {
            await(new CountDownLatch(1));
        });

        assertThatProblem(downloads, ProblemType.UNAVAILABLE);
        awaitFreePlace(downloads);
    }

    @Test
    void one_that_writes_for_ever_is_cut_off() {
        var download = downloads(SHORT, 1, out -> {
                    while (true) {
                        out.write(1);
                    }
                })
                .begin();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> download.writeTo(OutputStream.nullOutputStream()));
    }

    @Test
    void one_that_does_not_mind_its_interruption_keeps_its_place_and_nothing_else() {
        var end = new Semaphore(0);
        var downloads = downloads(SHORT, 1, out -> end.acquireUninterruptibly());

        assertThatProblem(downloads, ProblemType.UNAVAILABLE);
        assertThatProblem(downloads, ProblemType.TOO_MANY_REQUESTS);
        end.release();
        awaitFreePlace(downloads);
    }

    @Test
    void a_reader_who_goes_ends_it() {
        var downloads = downloads(LONG, 1, out -> {
            while (true) {
                out.write(1);
            }
        });
        var gone = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("connection reset");
            }
        };

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> downloads.begin().writeTo(gone))
                .withMessage("connection reset");

        awaitFreePlace(downloads);
    }

    @Test
    void a_reader_who_stops_is_left_after_the_time() {
        var download = downloads(Duration.ofSeconds(1), 1, out -> out.write(new byte[MEGABYTE]))
                .begin();
        var stopped = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                await(new CountDownLatch(1));
            }
        };

        assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> download.writeTo(stopped));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void more_than_a_few_at_once_are_asked_to_come_again() throws IOException {
        var downloads = downloads(LONG, 2, out -> out.write(new byte[MEGABYTE]));
        var first = downloads.begin();
        downloads.begin();

        assertThatProblem(downloads, ProblemType.TOO_MANY_REQUESTS)
                .satisfies(problem -> assertThat(problem.retryAfter()).contains(10L));
        assertThat(written(first)).hasSize(MEGABYTE);
        awaitFreePlace(downloads);
    }

    /** Places, and what is written whenever one is taken. */
    private record Tried(Places places, Writing writing) {

        Download begin() {
            return places.begin("download of the test", writing);
        }

        int free() {
            return places.free();
        }
    }

    private Tried downloads(Duration limit, int atOnce, Writing writing) {
        var terms = new Terms(limit, atOnce, WAIT, "All places are taken.", "Ask for less.");
        return new Tried(new Places(terms, Thread::new, clockwork), writing);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw (IOException) new InterruptedIOException("given up").initCause(interrupted);
        }
    }

    private static byte[] written(Download download) throws IOException {
        var out = new ByteArrayOutputStream();
        download.writeTo(out);
        return out.toByteArray();
    }

    private static ThrowableAssertAlternative<ProblemException> assertThatProblem(Tried downloads, ProblemType type) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> downloads.begin())
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(type));
    }

    /** Whether it is refused for something else than for a lack of places, or begins. */
    private static void awaitFreePlace(Tried downloads) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(downloads.free()).isPositive());
    }
}
