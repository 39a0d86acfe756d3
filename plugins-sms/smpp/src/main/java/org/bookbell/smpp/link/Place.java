package org.bookbell.smpp.link;

import java.time.Duration;
import java.util.function.Consumer;
import org.bookbell.smpp.wire.Exchange;
import org.bookbell.smpp.wire.Pdu;
import org.bookbell.smpp.wire.Response;
import org.bookbell.smpp.wire.Session;

/** A place in the window of a bind, for one request at a time; closing it leaves the place. */
public final class Place implements AutoCloseable {

    private final Session session;
    private final Runnable leave;

    Place(Session session, Runnable leave) {
        this.session = session;
        this.leave = leave;
    }

    /**
     * Asks over this bind.
     *
     * @param late hears of an answer that comes when {@code limit} is over; it must not block
     */
    public Exchange ask(Pdu pdu, Duration limit, Consumer<Response> late) throws InterruptedException {
        return session.ask(pdu, limit, late);
    }

    @Override
    public void close() {
        leave.run();
    }
}
