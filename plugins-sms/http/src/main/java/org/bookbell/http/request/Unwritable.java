package org.bookbell.http.request;

/** A message that the format of the request cannot carry; nothing was sent. */
public final class Unwritable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    Unwritable(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** Why, without anything of the message. */
    public String sentence() {
        return sentence;
    }
}
