package org.bookbell.smpp.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bookbell.smpp.wire.Exchange.NotSent;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUComposer;

/**
 * One connection to a message center. Any threads ask; one of its own reads what comes. It ends when either side ends it,
 * when something is read that is no SMPP, or by {@link #end}; whoever waits for an answer is told at once.
 */
public final class Session {

    private static final PDUComposer COMPOSER = new DefaultComposer();

    private static final int HEADER = 16;
    /** A message_payload has at most 64 KB (SMPP 3.4, 5.3.2.32). */
    private static final int LONGEST = 128 * 1024;

    private final Socket socket;
    private final Outlet outlet;
    private final Inbound inbound;
    private final Requests requests = new Requests();
    private final AtomicBoolean isEnded = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread reader;
    private volatile String why = "The connection has ended.";

    private volatile long heardNanos = System.nanoTime();

    private Session(Socket socket, Inbound inbound, String name) throws IOException {
        this.socket = socket;
        this.outlet = new Outlet(socket.getOutputStream());
        this.inbound = inbound;
        this.reader = new Thread(this::read, name);
        reader.setDaemon(true);
    }

    /** Begins to read from a connected socket. */
    public static Session over(Socket socket, Inbound inbound, String name) throws IOException {
        var session = new Session(socket, inbound, name);
        session.reader.start();
        return session;
    }

    /**
     * Writes a request and waits for its answer.
     *
     * @param late hears of an answer that comes when {@code limit} is over, on the thread that reads
     */
    public Exchange ask(Pdu pdu, Duration limit, Consumer<Response> late) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the request was given up");
        }
        var request = requests.begin(late);
        try {
            var octets = pdu.compose(request.number());
            if (isEnded()) {
                // whoever ended it may have looked for requests before this one began
                request.end(why);
            } else {
                write(octets, request::begin);
            }
            return request.await(limit);
        } catch (PDUStringException unfit) {
            requests.drop(request);
            return new NotSent("A field is longer than SMPP allows.");
        }
    }

    private void write(byte[] pdu, BooleanSupplier begin) {
        try {
            outlet.send(pdu, begin);
        } catch (IOException broken) {
            end(describe(broken));
        }
    }

    /** Writes what nobody waits for. */
    private void write(byte[] pdu) {
        write(pdu, () -> !isEnded());
    }

    /** Asks whether anybody is there, without waiting: any answer is heard. */
    public void enquire() {
        var request = requests.begin(response -> {});
        requests.drop(request);
        write(COMPOSER.enquireLink(request.number()));
    }

    /** How long nothing has been heard. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardNanos);
    }

    /** Whether a write has been going on for longer than {@code limit}: then nobody reads at the other end. */
    public boolean isStuck(Duration limit) {
        return outlet.isStuck(limit);
    }

    /** Forgets what was asked long ago. */
    public void prune() {
        requests.prune();
    }

    public boolean isEnded() {
        return isEnded.get();
    }

    /** Why it ended, as a sentence. */
    public String why() {
        return why;
    }

    /** Waits until it has ended, for {@code limit} at most, and answers whether it has. */
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the connection; the first reason stays. */
    public void end(String reason) {
        if (isEnded.getAndSet(true)) {
            return;
        }
        why = reason;
        try {
            socket.close();
        } catch (IOException ignored) {
            // it is closed all the same
        }
        requests.end(reason);
        ended.countDown();
    }

    /** Waits for the thread that reads to end, after the connection has. */
    public void join(Duration limit) throws InterruptedException {
        reader.join(limit.toMillis());
    }

    private void read() {
        try (var in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 64 * 1024))) {
            while (!isEnded()) {
                handle(next(in));
            }
        } catch (EOFException closed) {
            end("The message center closed the connection.");
        } catch (IOException broken) {
            end(describe(broken));
        } catch (RuntimeException fault) {
            end("The message center sent what cannot be read.");
        }
    }

    private byte[] next(DataInputStream in) throws IOException {
        var length = in.readInt();
        if (length < HEADER || length > LONGEST) {
            throw new IOException("no SMPP");
        }
        var pdu = ByteBuffer.allocate(length).putInt(length).array();
        in.readFully(pdu, Integer.BYTES, length - Integer.BYTES);
        heardNanos = System.nanoTime();
        return pdu;
    }

    private void handle(byte[] pdu) {
        var header = ByteBuffer.wrap(pdu);
        var commandId = header.getInt(4);
        var number = header.getInt(12);
        if ((commandId & SMPPConstant.MASK_CID_RESP) != 0) {
            requests.answer(number, new Response(commandId, header.getInt(8), pdu));
            return;
        }
        switch (commandId) {
            case SMPPConstant.CID_DELIVER_SM, SMPPConstant.CID_DATA_SM ->
                inbound.take(commandId, pdu, status -> write(response(commandId, number, status)));
            case SMPPConstant.CID_ENQUIRE_LINK -> write(COMPOSER.enquireLinkResp(number));
            case SMPPConstant.CID_UNBIND -> {
                write(COMPOSER.unbindResp(SMPPConstant.STAT_ESME_ROK, number));
                end("The message center ended the bind.");
            }
            case SMPPConstant.CID_ALERT_NOTIFICATION, SMPPConstant.CID_OUTBIND -> {
                // neither has a response (SMPP 3.4, 4.12.1 and 4.1.7)
            }
            default -> write(COMPOSER.genericNack(SMPPConstant.STAT_ESME_RINVCMDID, number));
        }
    }

    /** Both responses have a message_id that is empty (SMPP 3.4, 4.6.2 and 4.7.2). */
    private static byte[] response(int commandId, int number, int status) {
        return ByteBuffer.allocate(HEADER + 1)
                .putInt(HEADER + 1)
                .putInt(commandId | SMPPConstant.MASK_CID_RESP)
                .putInt(status)
                .putInt(number)
                .array();
    }

    private static String describe(IOException broken) {
        return "The connection to the message center broke ("
                + broken.getClass().getSimpleName() + ").";
    }
}
