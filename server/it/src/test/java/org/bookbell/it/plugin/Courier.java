package org.bookbell.it.plugin;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/** An account of a {@link CourierCompany}, which it calls once for each message. */
final class Courier implements SmsGateway {

    private static final String TAKEN = "taken ";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI company;
    private final boolean knowsRepeats;

    Courier(URI company, boolean knowsRepeats) {
        this.company = company;
        this.knowsRepeats = knowsRepeats;
    }

    @Override
    public Set<Ability> abilities() {
        return knowsRepeats ? EnumSet.of(Ability.IDEMPOTENT_RESEND) : EnumSet.noneOf(Ability.class);
    }

    @Override
    public SubmitResult submit(SmsSubmission sms) throws InterruptedException {
        var request = HttpRequest.newBuilder(company)
                .header("Message", sms.attemptId())
                .header("Recipient", sms.to())
                .POST(HttpRequest.BodyPublishers.ofString(sms.text()))
                .build();
        try {
            return read(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (ConnectException e) {
            return SubmitResult.refused(RefusalReason.UNAVAILABLE, "", "nobody listens at the company's address");
        } catch (IOException e) {
            return SubmitResult.unclear("no answer: " + e.getClass().getSimpleName());
        }
    }

    private static SubmitResult read(HttpResponse<String> answer) {
        var body = answer.body();
        return switch (answer.statusCode()) {
            case 200 ->
                body.startsWith(TAKEN)
                        ? SubmitResult.accepted(body.substring(TAKEN.length()), 1)
                        : SubmitResult.unclear("an answer that nobody can read");
            case 429 -> SubmitResult.throttled(pause(answer), "429", "too many messages at once");
            case 403 -> SubmitResult.refused(RefusalReason.BLOCKED, "403", "the account is blocked");
            case 404 -> SubmitResult.refused(RefusalReason.INVALID_RECIPIENT, "404", "no such number");
            default ->
                SubmitResult.refused(
                        RefusalReason.UNAVAILABLE, Integer.toString(answer.statusCode()), "the company is in trouble");
        };
    }

    private static Duration pause(HttpResponse<String> answer) {
        return Duration.ofSeconds(
                answer.headers().firstValueAsLong("Retry-After").orElse(1));
    }

    @Override
    public void close() {}
}
