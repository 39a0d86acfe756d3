package org.bookbell.clickatell;

import java.net.http.HttpRequest;
import org.bookbell.clickatell.wire.RestClient.Answer;
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

    /** The request that submits one SMS. */
    HttpRequest submission(SmsSubmission sms);

    SubmitResult read(Answer answer);

    /** Whether {@link #submission} passes on how long the message is worth delivering. */
    boolean takesValidity();

    /** The request for the account's balance; it may take 8 s. */
    HttpRequest balance();

    CheckResult readBalance(Answer answer);
}
