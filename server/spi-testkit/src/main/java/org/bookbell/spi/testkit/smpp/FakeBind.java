package org.bookbell.spi.testkit.smpp;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection to a {@link FakeSmppProvider}, from its bind to its end. */
final class FakeBind implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final FakeSmppProvider provider;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Integer>> waiting = new ConcurrentHashMap<>();
    private volatile int kind;
    private volatile int position;

    FakeBind(Socket socket, FakeSmppProvider provider) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.provider = provider;
    }

    boolean isBound() {
        return position > 0 && !socket.isClosed();
    }

    boolean receives() {
        return isBound() && kind != Pdu.BIND_TRANSMITTER;
    }

    /** Reads until the connection ends. */
    void run() {
        try (var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
            while (!socket.isClosed()) {
                handle(Pdu.read(in));
            }
        } catch (IOException | RuntimeException ended) {
            close();
        }
    }

    private void handle(Pdu pdu) {
        if (pdu.isResponse()) {
            var request = waiting.remove(pdu.number());
            if (request != null) {
                request.complete(pdu.status());
            }
            return;
        }
        switch (pdu.commandId()) {
            case Pdu.BIND_RECEIVER, Pdu.BIND_TRANSMITTER, Pdu.BIND_TRANSCEIVER -> bind(pdu);
            case Pdu.SUBMIT_SM -> provider.take(pdu.toSms(position), answer -> answer(pdu, answer));
            case Pdu.ENQUIRE_LINK -> {
                if (provider.answersEnquiries()) {
                    respond(pdu, 0, new byte[0]);
                }
            }
            case Pdu.UNBIND -> {
                respond(pdu, 0, new byte[0]);
                provider.sayGoodbye();
                close();
            }
            default -> write(Pdu.write(Pdu.RESPONSE, 3, pdu.number(), new byte[0]));
        }
    }

    private void bind(Pdu pdu) {
        var systemId = pdu.text();
        var status = provider.judge(systemId, pdu.text());
        if (status < 0) {
            return;
        }
        kind = pdu.commandId();
        if (status == 0) {
            position = provider.nextPosition();
        }
        respond(pdu, status, status == 0 ? new Body().text("fake").toOctets() : new byte[0]);
    }

    private void answer(Pdu submit, SmppAnswer answer) {
        if (answer instanceof SmppAnswer.Taken taken) {
            respond(submit, 0, new Body().text(taken.messageId()).toOctets());
        } else if (answer instanceof SmppAnswer.Refused refused) {
            respond(submit, refused.status(), new byte[0]);
        } else if (answer instanceof SmppAnswer.Nack nack) {
            write(Pdu.write(Pdu.RESPONSE, nack.status(), submit.number(), new byte[0]));
        } else if (answer instanceof SmppAnswer.BreakOff) {
            close();
        }
    }

    private void respond(Pdu pdu, int status, byte[] body) {
        write(Pdu.write(pdu.commandId() | Pdu.RESPONSE, status, pdu.number(), body));
    }

    /** Sends a request and answers the command_status of its response. */
    CompletableFuture<Integer> ask(int commandId, byte[] body) {
        var number = last.incrementAndGet();
        var response = new CompletableFuture<Integer>();
        waiting.put(number, response);
        write(Pdu.write(commandId, 0, number, body));
        return response;
    }

    /** Writes octets as they are. */
    void write(byte[] octets) {
        try {
            synchronized (out) {
                out.write(octets);
                out.flush();
            }
        } catch (IOException ended) {
            close();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // it is closed all the same
        }
        waiting.values().forEach(request -> request.complete(-1));
    }
}
