package org.bookbell.smtp.wire;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a server is not spoken to, in words for whoever must see to it. */
public final class Trouble {

    private static final int DEPTH = 20;

    private Trouble() {}

    /** A failure and what lies beneath it, the outermost first. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH);
    }

    /** What lies at the bottom of {@code failure}. */
    public static Throwable deepest(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }

    /** Of the server, as a sentence; anything unusual by its name, since its message may hold an address. */
    public static String inWords(Throwable failure) {
        var deepest = deepest(failure);
        if (deepest instanceof ConnectException) {
            return "nobody takes connections there.";
        }
        if (deepest instanceof UnknownHostException) {
            return "its host name is not known.";
        }
        if (deepest instanceof SocketTimeoutException) {
            return "it did not answer in time.";
        }
        if (deepest instanceof SSLException) {
            return "it does not speak TLS as the security setting asks.";
        }
        return deepest.getClass().getSimpleName() + ".";
    }
}
