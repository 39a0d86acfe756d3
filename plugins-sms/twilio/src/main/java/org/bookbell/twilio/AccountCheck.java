package org.bookbell.twilio;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.http.wire.Answer;
import org.bookbell.http.wire.ApiAddress;
import org.bookbell.http.wire.Limits;
import org.bookbell.http.wire.Outcome;
import org.bookbell.http.wire.Outcome.Answered;
import org.bookbell.http.wire.Outcome.Silence;
import org.bookbell.http.wire.Request;
import org.bookbell.http.wire.Target;
import org.bookbell.http.wire.Wire;
import org.bookbell.spi.gateway.CheckResult;

/**
 * Asks Twilio whether an account works: whether it is active ("Account resource", {@code docs/iam/api/account}), what is
 * left on it ("Balance", {@code Balance.json} of the API's description; subaccounts have none), and whether the Messaging
 * Service is there ("Services resource", {@code docs/messaging/api/service-resource}). A standard API key may not read the
 * account itself ({@code docs/iam/api-keys}), so with a key that is not asked, and the balance proves it.
 */
final class AccountCheck {

    /** Three questions within the 10 s of a check. */
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(3), 1);

    private static final String API = "api.";
    private static final String TWILIO = ".twilio.com";
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");
    private static final Pattern WORD = Pattern.compile("[a-z]{1,20}");

    private final Account account;
    private final String name;

    AccountCheck(Account account, String name) {
        this.account = account;
        this.name = name;
    }

    /** What is wrong, or what is known of an account that works. */
    private record Finding(boolean isFault, String sentence) {

        static Finding fault(String sentence) {
            return new Finding(true, sentence);
        }

        static Finding known(String sentence) {
            return new Finding(false, sentence);
        }
    }

    CheckResult run() throws InterruptedException {
        var status = account.signIn().isKey() ? Finding.known("") : status();
        if (status.isFault()) {
            return CheckResult.fails(status.sentence());
        }
        var balance = balance();
        if (balance.isFault()) {
            return CheckResult.fails(balance.sentence());
        }
        var service = account.messagingServiceSid().isPresent() ? service() : Finding.known("");
        return service.isFault()
                ? CheckResult.fails(service.sentence())
                : CheckResult.works("Twilio knows the account." + balance.sentence() + service.sentence());
    }

    private Finding status() throws InterruptedException {
        var outcome = ask(account.place().address(), account.path(".json"));
        if (!(outcome instanceof Answered answered)) {
            return noAnswer(outcome);
        }
        if (answered.answer().status() != 200) {
            return refused(answered.answer());
        }
        var status = MessageAnswer.text(MessageAnswer.json(answered.answer()), "status")
                .filter(WORD.asMatchPredicate())
                .orElse("unknown");
        return status.equals("active")
                ? Finding.known("")
                : Finding.fault("Twilio says that the account is " + status + ".");
    }

    private Finding balance() throws InterruptedException {
        var outcome = ask(account.place().address(), account.path("/Balance.json"));
        if (!(outcome instanceof Answered answered)) {
            return noAnswer(outcome);
        }
        var answer = answered.answer();
        if (answer.status() == 200) {
            return Finding.known(
                    amount(answer).map(left -> " Its balance is " + left + ".").orElse(""));
        }
        var provesNothing = answer.status() == 404 || !account.signIn().isKey();
        return provesNothing ? Finding.known("") : refused(answer);
    }

    private static Optional<String> amount(Answer answer) {
        var json = MessageAnswer.json(answer);
        var currency = MessageAnswer.text(json, "currency").filter(CURRENCY.asMatchPredicate());
        return MessageAnswer.text(json, "balance")
                .filter(AMOUNT.asMatchPredicate())
                .map(amount -> amount + currency.map(unit -> " " + unit).orElse(""));
    }

    private Finding service() throws InterruptedException {
        var address = messaging(account.place().address());
        var outcome = ask(
                address,
                address.path("/v1/Services/" + account.messagingServiceSid().orElseThrow()));
        if (!(outcome instanceof Answered answered)) {
            return noAnswer(outcome);
        }
        return switch (answered.answer().status()) {
            case 200 -> Finding.known(" The Messaging Service is there.");
            case 404 -> Finding.fault("Twilio does not know the Messaging Service.");
            default -> Finding.known(" Whether the Messaging Service is there could not be found out.");
        };
    }

    /**
     * Where Messaging Services are, which have a host of their own beside that of the API, in each region ("Services
     * resource"). What is not Twilio's has both at one place.
     */
    static ApiAddress messaging(ApiAddress api) {
        var target = api.target();
        var host = target.host();
        return host.startsWith(API) && host.endsWith(TWILIO)
                ? new ApiAddress(
                        new Target(target.isSecure(), "messaging." + host.substring(API.length()), target.port()),
                        api.prefix())
                : api;
    }

    private Outcome ask(ApiAddress address, String path) throws InterruptedException {
        try (var wire = new Wire(address.target(), LIMITS, Optional.empty(), name)) {
            return wire.exchange(
                    new Request("GET", path, List.of(account.signIn().header()), Optional.empty()));
        }
    }

    private static Finding noAnswer(Outcome outcome) {
        return Finding.fault(TwilioGateway.TWILIO.silence((Silence) outcome));
    }

    private static Finding refused(Answer answer) {
        return switch (answer.status()) {
            case 401, 403 -> Finding.fault("Twilio refuses the account SID, the auth token or the API key.");
            case 404 -> Finding.fault("Twilio does not know the account SID.");
            default -> Finding.fault("Twilio answers with status " + answer.status() + ".");
        };
    }
}
