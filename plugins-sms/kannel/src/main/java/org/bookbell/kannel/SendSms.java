package org.bookbell.kannel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SmsText;
import org.bookbell.spi.gateway.SmsText.Encoding;

/**
 * Makes the request that hands one SMS to an smsbox (user guide of Kannel 1.4.5, "Using the HTTP interface to send SMS
 * messages", Table 7-17).
 *
 * <p>It is the POST of that interface, whose text is the body and whose parameters are headers (Table 7-11), rather than its
 * GET: a GET is sent twice by HTTP clients that find a kept connection closed, and what stands in an address is written to
 * logs.
 */
final class SendSms {

    /** Delivered, undelivered, buffered, taken and refused by the SMSC: all that Kannel reports. */
    private static final int EVERYTHING = 1 | 2 | 4 | 8 | 16;

    /** What Kannel knows without asking the SMSC for a report. */
    private static final int BY_KANNEL = 8 | 16;

    private static final String GSM_7 = "0";
    private static final String UCS_2 = "2";

    /** What SMSCs keep a message for at most, as a rule; some refuse to be asked for more. */
    private static final long LONGEST_MINUTES = Duration.ofDays(7).toMinutes();

    private static final Pattern IN_A_HEADER = Pattern.compile("[!-~]{1,21}");

    private final Settings settings;
    private final URI address;
    private final Optional<ReportAddress> reports;
    private final int mask;

    SendSms(Settings settings, Optional<URI> hook) {
        this.settings = settings;
        this.address = URI.create(settings.get("address"));
        this.reports = hook.map(ReportAddress::new);
        this.mask = settings.isOn("receipts") ? EVERYTHING : BY_KANNEL;
    }

    /** Whether {@code text} can be written at all: half of a surrogate pair cannot. */
    static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    HttpRequest request(SmsSubmission sms) {
        var encoding = SmsText.of(sms.text()).encoding();
        var request = HttpRequest.newBuilder(address)
                .timeout(AccountSettings.seconds(settings, "timeoutSeconds"))
                .header("Content-Type", "text/plain; charset=UTF-8")
                .header("X-Kannel-Username", settings.get("username"))
                .header("X-Kannel-Password", settings.get("password"))
                .header("X-Kannel-To", sms.to())
                .header("X-Kannel-Coding", encoding == Encoding.GSM_7 ? GSM_7 : UCS_2)
                .header("X-Kannel-Validity", Long.toString(minutes(sms.validity())));
        sender(sms).ifPresent(sender -> request.header("X-Kannel-From", sender));
        settings.find("smsc").ifPresent(smsc -> request.header("X-Kannel-SMSC", smsc));
        reports.ifPresent(to -> request.header("X-Kannel-DLR-Mask", Integer.toString(mask))
                .header("X-Kannel-DLR-URL", to.of(sms.attemptId())));
        return request.POST(BodyPublishers.ofString(sms.text())).build();
    }

    private Optional<String> sender(SmsSubmission sms) {
        return sms.from().filter(IN_A_HEADER.asMatchPredicate()).or(() -> settings.find("sender"));
    }

    /** Rounded down, so that nothing is delivered later; but 0 would let Kannel throw the message away at once. */
    private static long minutes(Duration validity) {
        return Math.min(Math.max(validity.toMinutes(), 1), LONGEST_MINUTES);
    }
}
