package ${package};

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.FakeRequest;

/** Stands in for the provider on a port of 127.0.0.1, takes every message, and prints what it is sent. */
final class PrintingProvider {

    private static final AtomicInteger MESSAGES = new AtomicInteger();

    private PrintingProvider() {}

    /** Runs until its process ends; the argument is the port. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        var port = Integer.parseInt(arguments[0]);
        var socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        try (var provider = FakeHttpProvider.listeningOn(socket).answering(PrintingProvider::take)) {
            System.out.println("takes messages at " + provider.address("/messages"));
            Thread.currentThread().join();
        }
    }

    private static FakeAnswer take(FakeRequest request) {
        System.out.println(request.method() + " " + request.path() + " " + request.text());
        return FakeAnswer.json(201, "{\"id\": \"message-" + MESSAGES.incrementAndGet() + "\"}");
    }
}
