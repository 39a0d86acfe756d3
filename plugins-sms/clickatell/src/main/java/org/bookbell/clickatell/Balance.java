package org.bookbell.clickatell;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import org.bookbell.http.wire.Limits;
import org.bookbell.spi.gateway.CheckResult;

/** What a balance says of an account: without credit nothing is sent. */
final class Balance {

    /** A check may take 10 s. */
    static final Limits LIMITS = new Limits(Duration.ofSeconds(4), Duration.ofSeconds(8), 1);

    static final String AMOUNT = "-?[0-9]{1,12}(?:\\.[0-9]{1,12})?";

    private static final Pattern PLAIN = Pattern.compile(AMOUNT);

    private Balance() {}

    static CheckResult judge(String amount) {
        if (!PLAIN.matcher(amount).matches()) {
            return untold(200);
        }
        return new BigDecimal(amount).signum() > 0
                ? CheckResult.works("Clickatell knows the account; its balance is " + amount + ".")
                : CheckResult.fails("The account has no credit; its balance is " + amount + ".");
    }

    static CheckResult refused() {
        return CheckResult.fails("Clickatell refuses the account's credentials or our address.");
    }

    static CheckResult untold(int status) {
        return CheckResult.fails("Clickatell does not tell the balance; its answer was " + status + ".");
    }
}
