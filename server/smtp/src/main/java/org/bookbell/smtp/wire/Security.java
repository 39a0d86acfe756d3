package org.bookbell.smtp.wire;

/** How a connection is kept from being read. */
public enum Security {
    /** Begun in clear and encrypted before anything is said; without encryption there is no connection. */
    STARTTLS,
    /** Encrypted from the first byte. */
    TLS,
    /** Not at all. */
    NONE;

    public static Security of(String word) {
        return switch (word) {
            case "starttls" -> STARTTLS;
            case "tls" -> TLS;
            case "none" -> NONE;
            default -> throw new IllegalArgumentException("unknown security " + word);
        };
    }
}
