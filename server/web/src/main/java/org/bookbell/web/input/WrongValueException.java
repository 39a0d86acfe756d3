package org.bookbell.web.input;

/** A value is not of its {@link Kind}; caught by {@link Input}, which knows where it stands. */
final class WrongValueException extends RuntimeException {

    WrongValueException(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
