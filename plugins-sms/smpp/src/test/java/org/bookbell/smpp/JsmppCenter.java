package org.bookbell.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeoutException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.examples.SMPPServerSimulator;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;

/**
 * jsmpp's simulated message center, reached over 127.0.0.1: its sessions, its PDUs and its habits. It answers a submit_sm by
 * an id in base 16 and reports it a second later as delivered under the same id in base 10, without TLVs.
 */
final class JsmppCenter implements AutoCloseable {

    private static final String SYSTEM_ID = "practice";
    private static final String PASSWORD = "s3cret";

    private final ServerSocket server;
    private final SMPPServerSessionListener listener;
    private volatile SMPPServerSession session;

    private JsmppCenter(ServerSocket server) throws IOException {
        this.server = server;
        this.listener = new SMPPServerSessionListener(server.getLocalPort(), new Loopback(server));
        listener.setMessageReceiverListener(new SMPPServerSimulator(false, server.getLocalPort(), SYSTEM_ID, PASSWORD));
    }

    static JsmppCenter start() throws IOException {
        var center = new JsmppCenter(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        var thread = new Thread(center::serve, "jsmpp-center");
        thread.setDaemon(true);
        thread.start();
        return center;
    }

    /** What the simulator lacks: a listening socket that only this machine reaches. */
    private record Loopback(ServerSocket server) implements ServerConnectionFactory {

        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(server);
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return listen(port);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return listen(port);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var accepted = listener.accept();
                var bind = accepted.waitForBind(10_000);
                if (SYSTEM_ID.equals(bind.getSystemId()) && PASSWORD.equals(bind.getPassword())) {
                    bind.accept("jsmpp", InterfaceVersion.IF_34);
                    session = accepted;
                } else {
                    bind.reject(SMPPConstant.STAT_ESME_RINVPASWD);
                }
            } catch (IOException | PDUException | TimeoutException ended) {
                // the next one may be better
            }
        }
    }

    int port() {
        return server.getLocalPort();
    }

    boolean isBound() {
        return session != null && session.getSessionState().isBound();
    }

    /** Brings what somebody wrote. */
    void bring(String from, byte[] text, OptionalParameter... parameters)
            throws IOException, PDUException, ResponseTimeoutException, InvalidResponseException,
                    NegativeResponseException {
        session.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                from,
                TypeOfNumber.NETWORK_SPECIFIC,
                NumberingPlanIndicator.UNKNOWN,
                "12345",
                new ESMClass(0),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                DataCodings.ZERO,
                text,
                parameters);
    }

    /** Ends the bind as a message center does that is stopped. */
    void unbind() {
        session.unbindAndClose();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        if (session != null) {
            session.close();
        }
    }
}
