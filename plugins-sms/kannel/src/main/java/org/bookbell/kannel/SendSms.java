package org.bookbell.kannel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.http.wire.Request;
import org.bookbell.http.wire.Request.Body;
import org.bookbell.http.wire.Request.Header;
import org.bookbell.http.wire.Target;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SmsText;
import org.bookbell.spi.gateway.SmsText.Encoding;

/**
 * Makes the request that hands one SMS to an smsbox (user guide of Kannel 1.4.5, "Using the HTTP interface to send SMS
 * messages", Table 7-17).
 *
 * <p>It is the POST of that interface, whose text is the body and whose parameters are headers (Table 7-11), rather than its
 * GET: what stands in an address is written to logs.
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
    private final BoxAddress address;
    private final Optional<ReportAddress> reports;
    private final int mask;

    SendSms(Settings settings, Optional<URI> hook) {
        this.settings = settings;
        this.address = BoxAddress.of(settings.get("address"));
        this.reports = hook.map(ReportAddress::new);
        this.mask = settings.isOn("receipts") ? EVERYTHING : BY_KANNEL;
    }

    /** Whether {@code text} can be written at all: half of a surrogate pair cannot. */
    static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Where the smsbox is. */
    Target target() {
        return address.target();
    }

    Request request(SmsSubmission sms) {
        var encoding = SmsText.of(sms.text()).encoding();
        var headers = new ArrayList<Header>();
        headers.add(header("Username", settings.get("username")));
        headers.add(header("Password", settings.get("password")));
        headers.add(header("To", sms.to()));
        headers.add(header("Coding", encoding == Encoding.GSM_7 ? GSM_7 : UCS_2));
        headers.add(header("Validity", Long.toString(minutes(sms.validity()))));
        sender(sms).ifPresent(sender -> headers.add(header("From", sender)));
        settings.find("smsc").ifPresent(smsc -> headers.add(header("SMSC", smsc)));
        reports.ifPresent(to -> {
            headers.add(header("DLR-Mask", Integer.toString(mask)));
            headers.add(header("DLR-URL", to.of(sms.attemptId())));
        });
        var text = new Body("text/plain; charset=UTF-8", sms.text().getBytes(StandardCharsets.UTF_8));
        return new Request("POST", address.path(), headers, Optional.of(text));
    }

    private static Header header(String parameter, String value) {
        return new Header("X-Kannel-" + parameter, value);
    }

    private Optional<String> sender(SmsSubmission sms) {
        return sms.from().filter(IN_A_HEADER.asMatchPredicate()).or(() -> settings.find("sender"));
    }

    /** Rounded down, so that nothing is delivered later; but 0 would let Kannel throw the message away at once. */
    private static long minutes(Duration validity) {
        return Math.min(Math.max(validity.toMinutes(), 1), LONGEST_MINUTES);
    }
}
