package org.bookbell.clickatell;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.http.wire.Answer;
import org.bookbell.http.wire.ApiAddress;
import org.bookbell.http.wire.Form;
import org.bookbell.http.wire.Request;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SmsText;
import org.bookbell.spi.gateway.SmsText.Encoding;
import org.bookbell.spi.gateway.SubmitResult;

/**
 * The HTTP API of accounts from before the platform ("HTTP API: Send message", "Overview of the HTTP API features", both
 * archived; clickatell-overview-http). Requests are posted, which it recommends itself: what stands in an address is
 * written to logs, and a GET is sent twice by HTTP clients.
 *
 * <p>In which charset it reads {@code text} no document says. So anything beyond ASCII goes as {@code unicode}, which is
 * UTF-16BE in hexadecimal ("Multi-language Unicode messaging").
 */
final class HttpInterface implements Interface {

    private static final String USUAL = "https://api.clickatell.com";
    private static final Pattern TAKEN = Pattern.compile("ID:\\s*(\\S{1,120})(?:\\s.*)?", Pattern.DOTALL);
    private static final Pattern ERROR = Pattern.compile("ERR:\\s*([0-9]{1,6})\\b.*", Pattern.DOTALL);
    private static final Pattern CREDIT = Pattern.compile("Credits?:\\s*(" + Balance.AMOUNT + ")\\b.*", Pattern.DOTALL);

    /** Intermediate, final and error statuses. */
    private static final String ALL_STATUSES = "7";

    private static final int ALONE = Encoding.UCS_2.unitsOfSingleSegment();

    /** One fewer than fits, since a pair of surrogates is not parted. */
    private static final int JOINED = Encoding.UCS_2.unitsOfJoinedSegment() - 1;

    private final Settings settings;
    private final ApiAddress address;

    HttpInterface(Settings settings) {
        this.settings = settings;
        this.address = AccountSettings.address(settings, USUAL);
    }

    @Override
    public ApiAddress address() {
        return address;
    }

    @Override
    public Request submission(SmsSubmission sms) {
        var parameters = account();
        parameters.put("to", AccountSettings.digits(sms.to()));
        sms.from().or(() -> settings.find("sender")).ifPresent(sender -> {
            parameters.put("from", AccountSettings.digits(sender));
            parameters.put("mo", settings.isOn("replies") ? "1" : "0");
        });
        putText(parameters, sms.text());
        parameters.put("cliMsgId", sms.attemptId());
        parameters.put("validity", Long.toString(Validity.minutes(sms.validity())));
        parameters.put("callback", ALL_STATUSES);
        parameters.put("deliv_ack", settings.isOn("receipts") ? "1" : "0");
        return post("/http/sendmsg", parameters);
    }

    private static void putText(Map<String, String> parameters, String text) {
        var counted = SmsText.of(text);
        if (counted.encoding() == Encoding.GSM_7 && US_ASCII.newEncoder().canEncode(text)) {
            parameters.put("text", text);
            parameters.put("concat", Integer.toString(Math.max(1, counted.segments())));
        } else {
            parameters.put("text", HexFormat.of().formatHex(text.getBytes(UTF_16BE)));
            parameters.put("unicode", "1");
            parameters.put("concat", Integer.toString(text.length() <= ALONE ? 1 : text.length() / JOINED + 1));
        }
    }

    private Map<String, String> account() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("user", settings.get("username"));
        parameters.put("password", settings.get("password"));
        parameters.put("api_id", settings.get("apiId"));
        return parameters;
    }

    private Request post(String path, Map<String, String> parameters) {
        return new Request("POST", address.path(path), List.of(), Optional.of(Form.body(parameters)));
    }

    @Override
    public SubmitResult read(Answer answer, Clock clock) {
        var text = answer.text().strip();
        var taken = TAKEN.matcher(text);
        var error = ERROR.matcher(text);
        if (answer.status() == 200 && taken.matches()) {
            return SubmitResult.accepted(taken.group(1));
        }
        return answer.status() == 200 && error.matches() ? refused(error.group(1)) : HttpFailure.read(answer, clock);
    }

    private static SubmitResult refused(String code) {
        return SubmitResult.refused(
                ErrorCodes.SMS.reason(Integer.parseInt(code)),
                code,
                "Clickatell did not accept it (error " + code + ").");
    }

    @Override
    public boolean takesValidity() {
        return true;
    }

    @Override
    public Request balance() {
        return post("/http/getbalance", account());
    }

    @Override
    public CheckResult readBalance(Answer answer) {
        var text = answer.text().strip();
        var credit = CREDIT.matcher(text);
        if (answer.status() == 200 && credit.matches()) {
            return Balance.judge(credit.group(1));
        }
        return ERROR.matcher(text).matches() ? Balance.refused() : Balance.untold(answer.status());
    }
}
