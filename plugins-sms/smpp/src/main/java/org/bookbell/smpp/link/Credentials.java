package org.bookbell.smpp.link;

/**
 * How we sign in (SMPP 3.4, 4.1): at most 15, 8 and 12 characters of ASCII.
 *
 * @param systemType may be empty
 */
public record Credentials(String systemId, String password, String systemType) {

    @Override
    public String toString() {
        return "Credentials";
    }
}
