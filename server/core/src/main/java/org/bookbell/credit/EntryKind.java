package org.bookbell.credit;

/** Why a balance moved. */
public enum EntryKind {
    /** Credit was bought. */
    PURCHASE,
    /** Credit was given, or taken back where it was given by mistake. */
    GRANT,
    /** What a message is estimated to cost is set aside before it is sent. */
    RESERVE,
    /** What an attempt cost. */
    CHARGE,
    /** A reservation ends. */
    RELEASE,
    /** What an attempt cost is given back; an amount of 0 says that it costs nothing, for good. */
    REFUND;

    /** Whether it changes what is set aside. */
    boolean isAboutReservation() {
        return this == RESERVE || this == RELEASE;
    }
}
