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
import java.util.Map;
import org.bookbell.launcher.console.Fault;
import org.bookbell.launcher.console.FaultsException;

/**
 * How a second process asks the running server for something: through a socket file in the data directory, so that
 * whoever may read the data may ask, and nobody over the network. A request is a line for each word, then an empty one;
 * the answer is empty, or what is wrong and the cure, a line each.
 */
public final class Control {

    /** Longer paths make no socket on some systems. */
    private static final int LONGEST_PATH = 100;

    /** Does what a request asks for, its words after the first given. */
    @FunctionalInterface
    public interface Answer {
        void to(String argument) throws FaultsException;
    }

    private final ServerSocketChannel channel;
    private final Map<String, Answer> answers;

    private Control(ServerSocketChannel channel, Map<String, Answer> answers) {
        this.channel = channel;
        this.answers = answers;
    }

    /** Answers requests from now on, on a thread that does not keep the process alive. */
    public static void listen(Path data, Map<String, Answer> answers) throws IOException {
        Path socket = socket(data);
        Files.deleteIfExists(socket);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(socket));
        DataDirectory.keepToOwner(socket);
        Thread thread = new Thread(new Control(channel, answers)::serve, "bookbell-control");
        thread.setDaemon(true);
        thread.start();
    }

    /** Asks the server that runs on {@code data}. */
    public static void ask(Path data, String request, String argument) throws FaultsException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket(data)));
                PrintWriter out = writer(channel);
                BufferedReader in = reader(channel)) {
            out.print(request + "\n" + argument + "\n");
            out.flush();
            String what = in.readLine();
            if (what == null || !what.isEmpty()) {
                String cure = what == null ? null : in.readLine();
                throw new FaultsException(
                        what == null ? "The running server gave no answer." : what,
                        cure == null ? "See its log." : cure);
            }
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
                answer(String.valueOf(in.readLine()), String.valueOf(in.readLine()), out);
                out.flush();
            } catch (IOException e) {
                System.getLogger(Control.class.getName()).log(System.Logger.Level.WARNING, "a request broke off", e);
            }
        }
    }

    private void answer(String request, String argument, PrintWriter out) {
        Answer answer = answers.get(request);
        try {
            if (answer == null) {
                throw new FaultsException(
                        "The running server does not know " + request + ".", "Use the same bookbell.jar for both.");
            }
            answer.to(argument);
            out.print("\n");
        } catch (FaultsException e) {
            Fault fault = e.faults().get(0);
            out.print(oneLine(fault.what()) + "\n" + oneLine(fault.cure()) + "\n");
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
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
