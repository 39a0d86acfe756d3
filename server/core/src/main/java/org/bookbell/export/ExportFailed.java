package org.bookbell.export;

import java.io.IOException;

/** An export that ended before its end; it was logged with its exporter, and what was written of it is worth nothing. */
public final class ExportFailed extends IOException {

    private static final long serialVersionUID = 1L;

    private final Cause reason;

    /** Why, as far as whoever asked for it can do something about it. */
    public enum Cause {
        /** There are more appointments than the format can hold. */
        TOO_MANY,
        /** It took longer than it may. */
        TOO_SLOW,
        /** The exporter failed. */
        FAULTY
    }

    public ExportFailed(Cause reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Cause reason() {
        return reason;
    }

    /** A full sentence for whoever asked for it. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
