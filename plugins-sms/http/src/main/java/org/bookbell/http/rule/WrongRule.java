package org.bookbell.http.rule;

/** A setting's value that cannot be read; the message goes on after the setting's label and ends with a full stop. */
public final class WrongRule extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String rest;

    public WrongRule(String rest) {
        super(rest);
        this.rest = rest;
    }

    /** What follows the setting's label. */
    public String rest() {
        return rest;
    }
}
