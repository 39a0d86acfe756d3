package org.bookbell.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.bookbell.http.wire.Form;
import org.bookbell.http.wire.Request;
import org.bookbell.spi.gateway.SmsSubmission;

/**
 * Makes the request that submits one SMS ("Messages resource", {@code docs/messaging/api/message-resource}). Twilio chooses
 * the encoding and the segments by itself.
 */
final class MessageRequest {

    /** 1 to 36,000 s (error 90007 of Twilio's dictionary): as long as a message may wait in Twilio's queue. */
    private static final long LONGEST_VALIDITY = Duration.ofHours(10).toSeconds();

    private final Account account;

    MessageRequest(Account account) {
        this.account = account;
    }

    /** Whether {@code text} can be written at all: half of a surrogate pair cannot. */
    static boolean isWhole(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }

    Request of(SmsSubmission sms) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("To", sms.to());
        account.messagingServiceSid().ifPresent(sid -> fields.put("MessagingServiceSid", sid));
        sender(sms).ifPresent(sender -> fields.put("From", sender));
        fields.put("Body", sms.text());
        fields.put("ValidityPeriod", Long.toString(seconds(sms.validity())));
        account.reports().ifPresent(reports -> fields.put("StatusCallback", reports.of(sms.attemptId())));
        return new Request(
                "POST",
                account.path("/Messages.json"),
                List.of(account.signIn().header()),
                Optional.of(Form.body(fields)));
    }

    /** With a Messaging Service, one of its senders; it chooses where there is none. */
    private Optional<String> sender(SmsSubmission sms) {
        return sms.from().filter(AccountSettings.SENDER.asMatchPredicate()).or(account::sender);
    }

    private static long seconds(Duration validity) {
        return Math.min(Math.max(validity.toSeconds(), 1), LONGEST_VALIDITY);
    }
}
