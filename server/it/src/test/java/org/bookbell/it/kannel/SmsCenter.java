package org.bookbell.it.kannel;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bookbell.it.database.Required;

/** The SMS center of {@code smsc.js} as a process: Node's package {@code smpp} in the role of the server. */
public final class SmsCenter implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Path SCRIPT =
            Path.of("src", "test", "resources", "kannel", "smsc.js").toAbsolutePath();

    private final List<JsonObject> lines = new CopyOnWriteArrayList<>();
    private final Process process;

    private SmsCenter(Process process) {
        this.process = process;
        var reader = new Thread(this::read, "sms-center");
        reader.setDaemon(true);
        reader.start();
    }

    /** Skips the test that asks, or fails it, where Node or npm is missing. */
    public static SmsCenter start() {
        var node = Required.program("/usr/bin/node", "nodejs");
        var builder =
                new ProcessBuilder(node.toString(), SCRIPT.toString()).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .put("NODE_PATH", NpmPackage.installed("smpp", "0.5.1").toString());
        try {
            var center = new SmsCenter(builder.start());
            await("an SMS center").atMost(PATIENCE).until(() -> center.has("port"));
            return center;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return lines.get(0).getInt("port");
    }

    /** Whether somebody has signed in since the last {@link #forget()}. */
    boolean isBound() {
        return has("bound");
    }

    /** Forgets what came so far, so that a new sign-in can be told from the last one. */
    void forget() {
        lines.removeIf(line -> !line.containsKey("port"));
    }

    /** What was submitted to a number so far, in order. */
    public List<SubmittedPart> submittedTo(String number) {
        return lines.stream()
                .filter(line -> number.equals("+" + line.getString("to", "")))
                .map(SubmittedPart::new)
                .toList();
    }

    /** Lets a phone send an SMS, with its text as bytes in a coding of SMPP. */
    public void sendFromPhone(String from, String to, int coding, byte[] text) {
        tell(Json.createObjectBuilder()
                .add("from", from)
                .add("to", to)
                .add("coding", coding)
                .add("bytes", HexFormat.of().formatHex(text))
                .build());
    }

    /** Reports now that a message was delivered. */
    void reportDelivery(SubmittedPart part) {
        tell(Json.createObjectBuilder()
                .add("receiptFor", part.id())
                .add("to", part.to())
                .build());
    }

    private void tell(JsonObject message) {
        try {
            process.getOutputStream().write((message + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean has(String name) {
        return lines.stream().anyMatch(line -> line.containsKey(name));
    }

    private void read() {
        try (var reader = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> lines.add(parse(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject parse(String line) {
        try (var json = Json.createReader(new StringReader(line))) {
            return json.readObject();
        }
    }

    /** The end of its input is its end. */
    @Override
    public void close() {
        process.destroy();
        await("the end of the SMS center").atMost(PATIENCE).until(() -> !process.isAlive());
    }
}
