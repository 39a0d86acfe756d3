package org.bookbell.dispatch.guard;

import java.util.List;
import org.bookbell.dispatch.guard.Limits.Spending;
import org.bookbell.dispatch.guard.Limits.Volume;

/** Limits of a test: none but those that it names. */
public final class LimitsBuilder {

    private Volume sms = new Volume(0, 0, 0);
    private Spending spending = new Spending(0, 0);
    private long usualMultiple;
    private long usualFloor;
    private List<String> smsPrefixes = List.of();

    private LimitsBuilder() {}

    public static LimitsBuilder none() {
        return new LimitsBuilder();
    }

    public LimitsBuilder smsPerMinute(long most) {
        sms = new Volume(most, sms.perDay(), sms.perRecipient());
        return this;
    }

    public LimitsBuilder smsPerDay(long most) {
        sms = new Volume(sms.perMinute(), most, sms.perRecipient());
        return this;
    }

    public LimitsBuilder smsPerRecipient(long most) {
        sms = new Volume(sms.perMinute(), sms.perDay(), most);
        return this;
    }

    public LimitsBuilder spending(long perDay, long perMonth) {
        spending = new Spending(perDay, perMonth);
        return this;
    }

    public LimitsBuilder usual(long multiple, long floor) {
        usualMultiple = multiple;
        usualFloor = floor;
        return this;
    }

    public LimitsBuilder smsPrefixes(String... prefixes) {
        smsPrefixes = List.of(prefixes);
        return this;
    }

    public Limits built() {
        return new Limits(sms, new Volume(0, 0, 0), spending, usualMultiple, usualFloor, smsPrefixes);
    }
}
