package org.bookbell.export.busy.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server of bytes: it keeps what it was asked, and what it answers is written out to the last line end. */
public final class CalendarServer implements AutoCloseable {

    /** Writes an answer; the connection ends with it. */
    @FunctionalInterface
    public interface Script {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Thread thread;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Script script = out -> {};

    CalendarServer(ServerSocket socket) {
        this.socket = socket;
        this.thread = new Thread(this::serve, "calendar server of a test");
        thread.setDaemon(true);
        thread.start();
    }

    public static CalendarServer plain() throws IOException {
        return new CalendarServer(new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1")));
    }

    public CalendarServer answers(String head, String body) {
        return answers(out -> out.write((head.replace("\n", "\r\n") + "\r\n\r\n" + body).getBytes(ISO_8859_1)));
    }

    public CalendarServer answers(Script another) {
        script = another;
        return this;
    }

    int port() {
        return socket.getLocalPort();
    }

    public String origin() {
        return "http://127.0.0.1:" + port();
    }

    FeedAddress address() {
        return FeedAddress.parse(origin() + "/private-4711/basic.ics?x=1").orElseThrow();
    }

    /** The requests so far, without line ends. */
    public List<String> requests() {
        return requests;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                answer(connection);
            } catch (IOException goneAway) {
                requests.add("broken off");
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    private void answer(Socket connection) throws IOException, InterruptedException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
        var request = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            request.append(line).append('\n');
        }
        requests.add(request.toString());
        var out = connection.getOutputStream();
        script.write(out);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        thread.interrupt();
    }
}
