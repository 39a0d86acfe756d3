package org.bookbell.clickatell;

import java.time.Clock;
import org.bookbell.http.wire.Answer;
import org.bookbell.http.wire.ApiAddress;
import org.bookbell.http.wire.Request;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/** One of Clickatell's interfaces, with the account that speaks it; safe for threads. */
sealed interface Interface permits PlatformInterface, HttpInterface {

    static Interface of(Settings settings) {
        return settings.get("api").equals(AccountSettings.HTTP_API)
                ? new HttpInterface(settings)
                : new PlatformInterface(settings);
    }

    ApiAddress address();

    /** The request that submits one SMS. */
    Request submission(SmsSubmission sms);

    SubmitResult read(Answer answer, Clock clock);

    /** Whether {@link #submission} passes on how long the message is worth delivering. */
    boolean takesValidity();

    /** The request for the account's balance. */
    Request balance();

    CheckResult readBalance(Answer answer);
}
