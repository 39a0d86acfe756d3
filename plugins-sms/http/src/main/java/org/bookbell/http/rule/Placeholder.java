package org.bookbell.http.rule;

import java.util.Arrays;
import java.util.Optional;

/** What a template may leave to the message. */
public enum Placeholder {
    /** The recipient in E.164, with its plus sign. */
    TO("to"),
    /** The recipient without the plus sign. */
    TO_DIGITS("toDigits"),
    /** The sender, or else the account's. */
    FROM("from"),
    /** The same without a plus sign. */
    FROM_DIGITS("fromDigits"),
    /** The text. */
    TEXT("text"),
    /** Our id of the attempt. */
    ID("id"),
    /** The address of the account's web hook. */
    HOOK("hook"),
    /** For how many seconds the message is worth delivering. */
    VALIDITY_SECONDS("validitySeconds"),
    /** The same in minutes, rounded down, at least 1. */
    VALIDITY_MINUTES("validityMinutes"),
    /** How many segments the text is sent as. */
    SEGMENTS("segments"),
    /** The account's word for a text that the GSM alphabet has, or for another one. */
    UNICODE("unicode"),
    /** The account's user name. */
    USERNAME("username"),
    /** The account's secret. */
    SECRET("secret");

    private final String name;

    Placeholder(String name) {
        this.name = name;
    }

    static Optional<Placeholder> find(String name) {
        return Arrays.stream(values()).filter(each -> each.name.equals(name)).findFirst();
    }

    /** Whether it may stand in JSON without quotes. */
    public boolean mayBeBare() {
        return switch (this) {
            case TO_DIGITS, VALIDITY_SECONDS, VALIDITY_MINUTES, SEGMENTS, UNICODE -> true;
            case TO, FROM, FROM_DIGITS, TEXT, ID, HOOK, USERNAME, SECRET -> false;
        };
    }

    /** As it is written. */
    @Override
    public String toString() {
        return "{" + name + "}";
    }
}
