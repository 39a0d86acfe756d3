package org.bookbell.kannel;

import java.net.URI;

/**
 * The address at which the smsbox says what became of a message. Kannel fills in what follows a percent sign (user guide
 * of 1.4.5, Table 7-10): the kind of report, the SMSC, its own id of the message, the time and its words; {@code %%} is a
 * percent sign, so those of the hook's address are doubled.
 *
 * @param hook the account's web hook, with its token
 */
record ReportAddress(URI hook) {

    private static final String FILLED_IN = "&type=%d&smsc=%i&fid=%F&at=%T&answer=%A";

    String of(String attemptId) {
        var begin = hook.toASCIIString().replace("%", "%%");
        return begin + (hook.getRawQuery() == null ? "?" : "&") + "kind=receipt&id=" + attemptId + FILLED_IN;
    }

    /** Nothing of the address, which is a secret. */
    @Override
    public String toString() {
        return "ReportAddress";
    }
}
