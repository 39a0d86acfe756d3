package org.bookbell.web.choice;

import org.bookbell.client.Channel;

/** A kind of message about which its recipient may choose; named as the ledger names it. */
enum ChosenMessage {
    REMINDER("Reminder", "before an appointment"),
    CONFIRMATION("Confirmation", "of a booking"),
    CHANGE("Change", "of an appointment's time"),
    CANCELLATION("Cancellation", "of an appointment");

    private final String title;
    private final String about;

    ChosenMessage(String title, String about) {
        this.title = title;
        this.about = about;
    }

    String title() {
        return title;
    }

    /** When it comes. */
    String about() {
        return about;
    }

    /** Whether its time may be chosen; the others come at once. */
    boolean hasLead() {
        return this == REMINDER;
    }

    /** The name of its field in the form. */
    String field(Channel channel) {
        return name() + "-" + channel.name();
    }
}
