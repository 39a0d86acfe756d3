package org.bookbell.launcher.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.console.Reply;

/**
 * How a second process asks the running server for something: through a socket file in the data directory, so that
 * whoever may read the data may ask, and nobody over the network. A request is a line for each word, then an empty one;
 * the answer is the text of a {@link Reply}, then an empty line.
 */
public final class Control {

    /** Longer paths make no socket on some systems. */
    private static final int LONGEST_PATH = 100;

    /** Does what a request asks for. */
    @FunctionalInterface
    public interface Answer {
        Reply to(List<String> words) throws FaultsException;
    }

    private final ServerSocketChannel channel;
    private final Answer answer;

    private Control(ServerSocketChannel channel, Answer answer) {
        this.channel = channel;
        this.answer = answer;
    }

    /** Answers requests from now on, on a thread that does not keep the process alive. */
    public static void listen(Path data, Answer answer) throws IOException {
        Path socket = socket(data);
        Files.deleteIfExists(socket);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(socket));
        DataDirectory.keepToOwner(socket);
        Thread thread = new Thread(new Control(channel, answer)::serve, "bookbell-control");
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks the server that runs on {@code data}. */
    public static Reply ask(Path data, List<String> words) throws FaultsException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket(data)));
                PrintWriter out = writer(channel);
                BufferedReader in = reader(channel)) {
            words.forEach(word -> out.print(oneLine(word) + "\n"));
            out.print("\n");
            out.flush();
            Optional<List<String>> text = paragraph(in);
            if (text.isEmpty()) {
                throw new FaultsException("The running server gave no answer.", "See its log.");
            }
            return Reply.parse(text.get());
        } catch (IOException e) {
            throw new FaultsException(
                    "The server that runs on " + data + " does not answer: " + Fault.reasonOf(e) + ".",
                    "Wait until it is up, or stop it and try again.");
        }
    }

    private void serve() {
        while (channel.isOpen()) {
            try (SocketChannel caller = channel.accept();
                    BufferedReader in = reader(caller);
                    PrintWriter out = writer(caller)) {
                Optional<List<String>> words = paragraph(in);
                if (words.isPresent()) {
                    answer(words.get()).toText().forEach(line -> out.print(line + "\n"));
                    out.print("\n");
                    out.flush();
                }
            } catch (IOException e) {
                System.getLogger(Control.class.getName()).log(System.Logger.Level.WARNING, "a request broke off", e);
            }
        }
    }

    /** A failure must not end the thread that answers; it is told to the caller and logged. */
    private Reply answer(List<String> words) {
        try {
            return answer.to(words);
        } catch (FaultsException e) {
            return Reply.refused(e.faults());
        } catch (RuntimeException | LinkageError e) {
            System.getLogger(Control.class.getName()).log(System.Logger.Level.ERROR, "a request failed", e);
            return Reply.refused(List.of(new Fault(
                    "The running server failed to answer: " + e.getClass().getSimpleName() + ".", "See its log.")));
        }
    }

    /** The lines before the next empty one; empty if the other side ended before it. */
    private static Optional<List<String>> paragraph(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isEmpty()) {
                return Optional.of(lines);
            }
            lines.add(line);
        }
        return Optional.empty();
    }

    private static String oneLine(String word) {
        return word.replaceAll("\\R", " ");
    }

    private static Path socket(Path data) {
        Path inside = data.resolve("control.sock");
        if (inside.toString().length() <= LONGEST_PATH) {
            return inside;
        }
        return Path.of(
                System.getProperty("java.io.tmpdir"), "bookbell-" + Integer.toHexString(data.hashCode()) + ".sock");
    }

    private static PrintWriter writer(SocketChannel channel) {
        return new PrintWriter(new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8));
    }

    private static BufferedReader reader(SocketChannel channel) {
        return new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
    }
}
