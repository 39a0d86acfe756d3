package org.bookbell.http.wire;

import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a request was not sent or not answered. */
public enum Trouble {
    /** No address is known for the host's name. */
    HOST("Its host name is not known."),
    /** The host's address is one that no gateway has, such as that of a cloud's own services. */
    FORBIDDEN("Its address is reserved for the machine or the local link, where no gateway is."),
    /** Nobody takes connections, or the connection ended. */
    CONNECTION("Nobody takes connections there, or the connection ended."),
    /** Not within the time-outs. */
    TIME_OUT("It did not answer in time."),
    /** The server cannot prove who it is. */
    CERTIFICATE("Its certificate is not trusted or is for another name."),
    /** The server speaks no TLS that we do. */
    TLS("It does not speak TLS as we do."),
    /** What it says is no HTTP/1.1. */
    PROTOCOL("It does not speak HTTP."),
    /** All connections that may be made are in use. */
    BUSY("All connections to it are in use."),
    /** The account was closed. */
    CLOSED("The account was closed.");

    private static final int DEPTH = 20;

    private final String sentence;

    Trouble(String sentence) {
        this.sentence = sentence;
    }

    /** For people, without anything of the request. */
    public String sentence() {
        return sentence;
    }

    static Trouble of(Exception failure) {
        if (isAmong(failure, UnknownHostException.class)) {
            return HOST;
        }
        if (isAmong(failure, CertificateException.class) || isAmong(failure, CertPathValidatorException.class)) {
            return CERTIFICATE;
        }
        if (isAmong(failure, InterruptedIOException.class)) {
            return TIME_OUT;
        }
        if (isAmong(failure, SSLException.class)) {
            return TLS;
        }
        return isAmong(failure, ProtocolException.class) ? PROTOCOL : CONNECTION;
    }

    private static boolean isAmong(Exception failure, Class<? extends Exception> type) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEPTH)
                .anyMatch(type::isInstance);
    }
}
