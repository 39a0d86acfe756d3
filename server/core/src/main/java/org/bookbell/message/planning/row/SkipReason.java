package org.bookbell.message.planning.row;

import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.client.Channel;

/** Why a message that a rule asks for is not to be sent; its name is the reason code of the ledger. */
public enum SkipReason {
    NO_ADDRESS(Cause.CONTACT),
    NO_CONSENT(Cause.CONTACT),
    NUMBER_FAILS(Cause.CONTACT),
    EMAIL_FAILS(Cause.CONTACT),
    OPTED_OUT(Cause.CONTACT),
    NOT_WANTED(Cause.CONTACT),
    OWN_LEAD(Cause.CONTACT),
    COVERED(Cause.RULES),
    LATE_SHORTER_FOLLOWS(Cause.LATE),
    LATE_CONFIRMATION_COUNTS(Cause.LATE),
    LATE_QUIET_HOURS(Cause.LATE),
    LATE_NO_USE(Cause.LATE),
    PAST(Cause.LATE),
    /** Found by dispatch: the organization cannot pay for it. */
    NO_CREDIT(Cause.SENDING),
    /** Found by dispatch: its template makes no text. */
    NOT_WRITTEN(Cause.SENDING),
    /** Found by dispatch: the server cannot read what is stored of it. */
    UNREADABLE(Cause.SENDING),
    /** Held by a limit, and dropped by the operator. */
    HELD_BACK(Cause.SENDING),
    /** A confirmation of what was imported: the client knows of it. */
    AGREED_ELSEWHERE(Cause.SENDING);

    private enum Cause {
        CONTACT,
        RULES,
        LATE,
        SENDING
    }

    private final Cause cause;

    SkipReason(Cause cause) {
        this.cause = cause;
    }

    /** That messages over {@code channel} are known not to arrive. */
    public static SkipReason failing(Channel channel) {
        return channel == Channel.SMS ? NUMBER_FAILS : EMAIL_FAILS;
    }

    /** The reason of that code, if there is one. */
    public static Optional<SkipReason> find(String code) {
        return Stream.of(values()).filter(reason -> reason.name().equals(code)).findFirst();
    }

    /** The reason as the organizer reads it. */
    public String words(Channel channel) {
        return switch (this) {
            case NO_ADDRESS -> channel == Channel.SMS ? "no mobile number is known" : "no e-mail address is known";
            case NO_CONSENT -> "no consent to text messages was given";
            case NUMBER_FAILS -> "earlier text messages to this number did not arrive";
            case EMAIL_FAILS -> "earlier e-mails to this address did not arrive";
            case OPTED_OUT -> "the recipient has opted out of " + name(channel);
            case NOT_WANTED -> "the recipient does not want this kind of message by " + name(channel);
            case OWN_LEAD -> "the recipient chose an own lead time, at which another reminder comes";
            case COVERED -> "the next shorter reminder is due at the same time";
            case LATE_SHORTER_FOLLOWS -> "booked after this reminder was due; the next shorter reminder follows";
            case LATE_CONFIRMATION_COUNTS -> "booked after this reminder was due; the confirmation counts";
            case LATE_QUIET_HOURS -> "booked after this reminder was due, and in quiet hours";
            case LATE_NO_USE -> "booked so late that this reminder is no longer useful";
            case PAST -> "the appointment has begun already";
            case NO_CREDIT -> "no credit is left for text messages";
            case NOT_WRITTEN -> "the text could not be made from its template";
            case UNREADABLE -> "the server cannot read what is stored of it";
            case HELD_BACK -> "it was held back, since more was sent than is allowed";
            case AGREED_ELSEWHERE -> "the appointment was imported, and agreed before";
        };
    }

    /** Whether the recipient's addresses, consents and choices are the cause, so that a change of them may cure it. */
    boolean isAboutContact() {
        return cause == Cause.CONTACT;
    }

    boolean isAboutTime() {
        return cause == Cause.LATE;
    }

    /** Whether a person should tell the client instead, unless another message reaches them. */
    boolean wantsCall() {
        return switch (this) {
            case NO_ADDRESS, NO_CONSENT, NUMBER_FAILS, EMAIL_FAILS, OPTED_OUT -> true;
            default -> false;
        };
    }

    private static String name(Channel channel) {
        return channel == Channel.SMS ? "text messages" : "e-mail";
    }
}
