package org.bookbell.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.it.database.Schema;

/** {@link PlainExport} in a JVM of its own with the flags of the product: it writes once for each line that it is sent. */
final class PlainExportProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final OutputStream orders;

    private PlainExportProcess(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII));
        this.orders = process.getOutputStream();
    }

    static PlainExportProcess start(Schema schema, long organization, LocalDateTime from, LocalDateTime to) {
        var command = new ArrayList<>(List.of("java"));
        Stream.of(System.getProperty("bookbell.bench.flags", "").split(" "))
                .filter(flag -> !flag.isEmpty())
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                PlainExport.class.getName(),
                schema.vendor().name(),
                schema.url(),
                schema.user(),
                schema.password(),
                Long.toString(organization),
                from.toString(),
                to.toString()));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new PlainExportProcess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes all, and answers how many bytes that are. */
    long write() {
        try {
            orders.write('\n');
            orders.flush();
            var answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the control has ended");
            }
            return Long.parseLong(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
