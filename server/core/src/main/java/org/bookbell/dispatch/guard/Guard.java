package org.bookbell.dispatch.guard;

import org.bookbell.client.Channel;

/** What can hold a message; its name is the reason code of the ledger. */
public enum Guard {
    COUNTRY("text messages to this country are not allowed"),
    PER_RECIPIENT("the limit for one recipient and day is reached"),
    PER_DAY("the organization's limit for a day is reached"),
    UNUSUAL("the organization sends many times more than usual today"),
    SPEND_DAY("the organization's limit of credit for a day is reached"),
    SPEND_MONTH("the organization's limit of credit for a month is reached"),
    PER_MINUTE("the organization sends more a minute than it may, and its next free minute comes too late");

    private final String words;

    Guard(String words) {
        this.words = words;
    }

    /** Why a message is held, as organizers read it: a clause without a full stop. */
    public String words() {
        return words;
    }

    /** The same with the figure that counts. */
    String words(Channel channel, long limit) {
        var messages = channel == Channel.SMS ? "text messages" : "e-mails";
        return switch (this) {
            case PER_RECIPIENT -> "more than " + limit + " " + messages + " to one recipient on one day";
            case PER_DAY -> "more than " + limit + " " + messages + " on one day";
            case UNUSUAL -> "far more " + messages + " than usual today: more than " + limit;
            default -> words;
        };
    }
}
