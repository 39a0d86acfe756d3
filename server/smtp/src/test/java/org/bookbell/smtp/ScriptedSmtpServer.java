package org.bookbell.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server on 127.0.0.1 that answers each step as a test wrote it: a reply, {@link #HANG} or {@link #DROP}. Steps are
 * the commands' first words, {@code GREETING}, and {@code END} for the end of the content.
 */
final class ScriptedSmtpServer implements AutoCloseable {

    /** The step is never answered. */
    static final String HANG = "hang";

    /** The connection ends at the step. */
    static final String DROP = "drop";

    private static final Map<String, String> USUAL = Map.of(
            "GREETING", "220 test ESMTP",
            "MAIL", "250 2.1.0 ok",
            "RCPT", "250 2.1.5 ok",
            "DATA", "354 go ahead",
            "END", "250 2.0.0 taken",
            "AUTH", "235 2.7.0 welcome",
            "NOOP", "250 2.0.0 ok",
            "RSET", "250 2.0.0 ok");

    private final Map<String, String> script = new ConcurrentHashMap<>(USUAL);
    private final List<String> contents = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> steps = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Map<String, CountDownLatch> reached = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Optional<SSLContext> encryption;
    private final boolean isEncryptedAtOnce;
    private final ServerSocket listener;

    private ScriptedSmtpServer(Optional<SSLContext> encryption, boolean isEncryptedAtOnce) {
        this.encryption = encryption;
        this.isEncryptedAtOnce = isEncryptedAtOnce;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        inBackground(this::acceptAll);
    }

    static ScriptedSmtpServer plain() {
        return new ScriptedSmtpServer(Optional.empty(), false);
    }

    static ScriptedSmtpServer withStarttls(SSLContext context) {
        return new ScriptedSmtpServer(Optional.of(context), false);
    }

    static ScriptedSmtpServer withTls(SSLContext context) {
        return new ScriptedSmtpServer(Optional.of(context), true);
    }

    ScriptedSmtpServer answering(String step, String reply) {
        script.put(step, reply);
        return this;
    }

    /** Lets it offer delivery status notifications (RFC 3461). */
    ScriptedSmtpServer offeringDsn() {
        script.put("EHLO", "250-DSN\r\n");
        return this;
    }

    /** What was asked since, word for word, without the content. */
    List<String> commands() {
        return commands;
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<String> contents() {
        return contents;
    }

    /** All steps so far, those inside an encrypted connection with an asterisk. */
    List<String> steps() {
        return steps;
    }

    /** Waits until a client came to {@code step}. */
    void awaitStep(String step) throws InterruptedException {
        latch(step).await();
    }

    /** Ends all connections, but goes on listening. */
    void dropAll() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    private CountDownLatch latch(String step) {
        return reached.computeIfAbsent(step, any -> new CountDownLatch(1));
    }

    private void acceptAll() throws IOException {
        while (!listener.isClosed()) {
            var socket = listener.accept();
            sockets.add(socket);
            connections.incrementAndGet();
            inBackground(() -> new Talk(isEncryptedAtOnce ? encrypt(socket) : socket).run());
        }
    }

    private Socket encrypt(Socket socket) throws IOException {
        var factory = encryption.orElseThrow().getSocketFactory();
        var encrypted = (SSLSocket) factory.createSocket(socket, null, socket.getPort(), true);
        encrypted.setUseClientMode(false);
        sockets.add(encrypted);
        return encrypted;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        dropAll();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void inBackground(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException clientWentAway) {
                        Thread.currentThread().interrupt();
                    }
                },
                "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection. */
    private final class Talk {

        private Socket socket;
        private BufferedReader in;

        Talk(Socket socket) throws IOException {
            this.socket = socket;
            this.in = reader(socket);
        }

        void run() throws IOException, InterruptedException {
            var goesOn = answer("GREETING");
            while (goesOn) {
                var line = in.readLine();
                commands.add(String.valueOf(line));
                goesOn = line != null && obey(line.split("[ :]")[0].toUpperCase(Locale.ROOT));
            }
            socket.close();
        }

        private boolean obey(String verb) throws IOException, InterruptedException {
            return switch (verb) {
                case "EHLO" -> hello();
                case "STARTTLS" -> starttls();
                case "DATA" -> answer("DATA") && (!script.get("DATA").startsWith("354") || content());
                case "QUIT" -> false;
                default -> answer(verb);
            };
        }

        private boolean hello() throws IOException {
            note("EHLO");
            var offersStarttls = encryption.isPresent() && !isEncrypted();
            say("250-test\r\n" + (offersStarttls ? "250-STARTTLS\r\n" : "") + script.getOrDefault("EHLO", "")
                    + "250 AUTH PLAIN");
            return true;
        }

        private boolean starttls() throws IOException {
            note("STARTTLS");
            say("220 go ahead");
            socket = encrypt(socket);
            in = reader(socket);
            return true;
        }

        private boolean content() throws IOException, InterruptedException {
            if (script.getOrDefault("CONTENT", "").equals(HANG)) {
                hang("CONTENT");
            }
            var content = new StringBuilder();
            for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                content.append(line).append("\r\n");
            }
            contents.add(content.toString());
            return answer("END");
        }

        private boolean answer(String step) throws IOException, InterruptedException {
            note(step);
            var reply = script.getOrDefault(step, "502 5.5.1 unknown command");
            if (reply.equals(DROP)) {
                return false;
            }
            if (reply.equals(HANG)) {
                hang(step);
            }
            say(reply);
            return !reply.startsWith("421");
        }

        private void hang(String step) throws InterruptedException {
            latch(step).countDown();
            new CountDownLatch(1).await();
        }

        private void note(String step) {
            steps.add(step + (isEncrypted() ? "*" : ""));
            latch(step).countDown();
        }

        private void say(String reply) throws IOException {
            socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        private boolean isEncrypted() {
            return socket instanceof SSLSocket;
        }

        private static BufferedReader reader(Socket socket) throws IOException {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }
    }
}
