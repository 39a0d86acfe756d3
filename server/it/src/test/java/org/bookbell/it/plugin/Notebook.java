package org.bookbell.it.plugin;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/**
 * An account of the notebook. Even numbers get a receipt after the answer, and another one when the account
 * is opened again; odd ones never get any.
 */
final class Notebook implements SmsGateway {

    private final GatewayContext context;
    private final Path file;
    private final int answerAfterMillis;
    private final ScheduledThreadPoolExecutor reporter = new ScheduledThreadPoolExecutor(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private Notebook(GatewayContext context) {
        this.context = context;
        this.file = Path.of(context.settings().get("file"));
        this.answerAfterMillis = context.settings().getInt("answerAfterMillis", 0);
    }

    static Notebook open(GatewayContext context) {
        var account = new Notebook(context);
        NotebookLine.read(account.file).forEach(account::reportSoon);
        return account;
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.of(Ability.RECEIPTS);
    }

    @Override
    public SubmitResult submit(SmsSubmission sms) throws InterruptedException {
        var line = new NotebookLine(sms.attemptId(), sms.to());
        write(line);
        if (closed.await(answerAfterMillis, MILLISECONDS)) {
            return SubmitResult.unclear("The account was closed before it answered.");
        }
        reportSoon(line);
        return SubmitResult.accepted(line.attemptId(), 1);
    }

    private synchronized void write(NotebookLine line) {
        try {
            Files.write(file, List.of(line.text()), CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reportSoon(NotebookLine line) {
        if (line.isEven()) {
            reporter.execute(() -> report(line));
        }
    }

    private void report(NotebookLine line) {
        try {
            context.receipts()
                    .receive(new Receipt(
                            Optional.of(line.attemptId()),
                            Optional.of(line.attemptId()),
                            Receipt.State.DELIVERED,
                            Optional.of(context.clock().instant()),
                            Optional.empty(),
                            Optional.empty(),
                            ""));
        } catch (RuntimeException notStored) {
            var unused = reporter.schedule(() -> report(line), 1_000, MILLISECONDS);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        reporter.shutdownNow();
    }
}
