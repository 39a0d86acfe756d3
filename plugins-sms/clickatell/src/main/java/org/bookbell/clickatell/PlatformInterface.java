package org.bookbell.clickatell;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bookbell.http.rule.Json;
import org.bookbell.http.wire.Answer;
import org.bookbell.http.wire.ApiAddress;
import org.bookbell.http.wire.Request;
import org.bookbell.http.wire.Request.Body;
import org.bookbell.http.wire.Request.Header;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/**
 * The platform's SMS API, {@code POST /messages} ("SMS API", "REST API: Get account balance"), or its One API, {@code POST
 * /v1/message} ("One API: Send messages"), which differ in a few members. The key stands in {@code Authorization} without any
 * scheme.
 */
final class PlatformInterface implements Interface {

    private static final String USUAL = "https://platform.clickatell.com";

    private static final String JSON = "application/json";

    private final Settings settings;
    private final ApiAddress address;
    private final boolean isOneApi;
    private final PlatformAnswer answers;

    PlatformInterface(Settings settings) {
        this.settings = settings;
        this.address = AccountSettings.address(settings, USUAL);
        this.isOneApi = settings.get("api").equals(AccountSettings.ONE_API);
        this.answers = new PlatformAnswer(isOneApi ? ErrorCodes.ONE : ErrorCodes.SMS);
    }

    @Override
    public ApiAddress address() {
        return address;
    }

    @Override
    public Request submission(SmsSubmission sms) {
        var json = Json.write(isOneApi ? oneMessage(sms) : message(sms));
        return request(
                "POST",
                isOneApi ? "/v1/message" : "/messages",
                Optional.of(new Body(JSON, json.getBytes(StandardCharsets.UTF_8))));
    }

    private Request request(String method, String path, Optional<Body> body) {
        var headers = List.of(new Header("Authorization", settings.get("apiKey")), new Header("Accept", JSON));
        return new Request(method, address.path(path), headers, body);
    }

    private JsonObject message(SmsSubmission sms) {
        var message = Json.object()
                .add("content", sms.text())
                .add("to", Json.array().add(AccountSettings.digits(sms.to())))
                .add("clientMessageId", sms.attemptId())
                .add("validityPeriod", Validity.minutes(sms.validity()));
        sender(sms).ifPresent(sender -> message.add("from", sender));
        return message.build();
    }

    private JsonObject oneMessage(SmsSubmission sms) {
        var message = Json.object()
                .add("channel", "sms")
                .add("to", AccountSettings.digits(sms.to()))
                .add("content", sms.text())
                .add("clientMessageId", sms.attemptId());
        sender(sms).ifPresent(sender -> message.add("from", sender));
        return Json.object().add("messages", Json.array().add(message)).build();
    }

    private Optional<String> sender(SmsSubmission sms) {
        return sms.from().or(() -> settings.find("sender")).map(AccountSettings::digits);
    }

    @Override
    public SubmitResult read(Answer answer, Clock clock) {
        return answers.read(answer, clock);
    }

    /** The One API knows no validity. */
    @Override
    public boolean takesValidity() {
        return !isOneApi;
    }

    @Override
    public Request balance() {
        return request("GET", isOneApi ? "/v1/balance" : "/public-client/balance", Optional.empty());
    }

    @Override
    public CheckResult readBalance(Answer answer) {
        if (answer.status() == 401 || answer.status() == 403) {
            return Balance.refused();
        }
        return Json.readObject(answer.text())
                .filter(unused -> answer.status() / 100 == 2)
                .flatMap(body -> Json.find(body, "balance"))
                .map(Balance::judge)
                .orElseGet(() -> Balance.untold(answer.status()));
    }
}
