package org.bookbell.smpp.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as SMPP spells it: its type of number, its numbering plan (SMPP 3.4, 5.2.5 and 5.2.6) and its characters.
 *
 * @param characters at most 20 of ASCII
 */
public record Address(byte type, byte plan, String characters) {

    private static final byte UNKNOWN = 0;
    private static final byte INTERNATIONAL = 1;
    private static final byte NETWORK_SPECIFIC = 3;
    private static final byte ALPHANUMERIC = 5;
    private static final byte ISDN = 1;

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");
    private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{1,8}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{9,15}");
    private static final Pattern NAME = Pattern.compile("[ -~]{1,11}");

    /** No address: the message center shows the account's own. */
    public static final Address NONE = new Address(UNKNOWN, UNKNOWN, "");

    /** A recipient in E.164. */
    public static Address ofRecipient(String e164) {
        return new Address(INTERNATIONAL, ISDN, e164.substring(1));
    }

    /**
     * A sender by its kind: a name is alphanumeric (5/0), a number of at most eight digits a short code (3/0), any longer
     * one international (1/1); empty for what SMPP cannot carry.
     */
    public static Optional<Address> ofSender(String sender) {
        if (sender.isEmpty()) {
            return Optional.of(NONE);
        }
        if (E164.matcher(sender).matches()) {
            return Optional.of(new Address(INTERNATIONAL, ISDN, sender.substring(1)));
        }
        if (SHORT_CODE.matcher(sender).matches()) {
            return Optional.of(new Address(NETWORK_SPECIFIC, UNKNOWN, sender));
        }
        if (NUMBER.matcher(sender).matches()) {
            return Optional.of(new Address(INTERNATIONAL, ISDN, sender));
        }
        return NAME.matcher(sender).matches()
                ? Optional.of(new Address(ALPHANUMERIC, UNKNOWN, sender))
                : Optional.empty();
    }

    /** The same characters with the types that an operator asks for. */
    public Address as(Optional<Byte> otherType, Optional<Byte> otherPlan) {
        return equals(NONE) ? this : new Address(otherType.orElse(type), otherPlan.orElse(plan), characters);
    }

    /** Whether a phone's number is spelt with its country. */
    public static boolean isInternational(byte type) {
        return type == INTERNATIONAL;
    }

    /** Shows the types only. */
    @Override
    public String toString() {
        return "Address[" + type + "/" + plan + "]";
    }
}
