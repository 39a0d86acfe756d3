package org.bookbell.message.calls;

/** What became of the wish to send a message again. */
public enum ResendOutcome {
    PLANNED("It is being sent."),
    NOT_ON_LIST("There is no such call."),
    HANDLED("Somebody has dealt with it already."),
    ARRIVED("It has arrived meanwhile."),
    UNDER_WAY("It is on its way already."),
    NO_ADDRESS("There is no address for this channel; add one to the client's file."),
    OPTED_OUT("The recipient wants no messages at this address."),
    NO_CONSENT("The client has not agreed to text messages."),
    NUMBER_FAILS("Text messages to this number do not arrive; clear its mark first, or send an e-mail."),
    EMAIL_FAILS("E-mails to this address do not arrive; clear its mark first, or send a text message."),
    TOO_LATE("It is too late for it to be useful; send it until the appointment begins, or call."),
    BEGUN("The appointment has begun.");

    private final String words;

    ResendOutcome(String words) {
        this.words = words;
    }

    /** As a sentence. */
    public String words() {
        return words;
    }
}
