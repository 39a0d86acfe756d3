package org.bookbell.clickatell;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.bookbell.clickatell.hook.HookCalls;
import org.bookbell.clickatell.wire.RestClient;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/** An open account of Clickatell. It remembers nothing of messages: their reports name the attempt. */
final class ClickatellGateway implements SmsGateway {

    private final Interface spoken;
    private final Set<Ability> abilities;
    private final RestClient client;

    ClickatellGateway(boolean hasHook, Settings settings) {
        this.spoken = Interface.of(settings);
        this.abilities = abilities(settings, hasHook, spoken.takesValidity());
        this.client = new RestClient(AccountSettings.seconds(settings, "connectTimeoutSeconds"));
    }

    private static Set<Ability> abilities(Settings settings, boolean hasHook, boolean takesValidity) {
        var abilities = EnumSet.noneOf(Ability.class);
        if (takesValidity) {
            abilities.add(Ability.VALIDITY);
        }
        if (hasHook) {
            abilities.add(Ability.HOOK);
        }
        if (hasHook && settings.isOn("receipts")) {
            abilities.add(Ability.RECEIPTS);
        }
        if (hasHook && settings.isOn("replies")) {
            abilities.add(Ability.REPLIES);
        }
        return abilities;
    }

    @Override
    public Set<Ability> abilities() {
        return Set.copyOf(abilities);
    }

    @Override
    public SubmitResult submit(SmsSubmission sms) throws InterruptedException {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(sms.text())) {
            return SubmitResult.refused(RefusalReason.CONTENT, "", "The text holds half of a character.");
        }
        try {
            return spoken.read(client.send(spoken.submission(sms)));
        } catch (ConnectException | HttpConnectTimeoutException nobodyThere) {
            return SubmitResult.refused(RefusalReason.UNAVAILABLE, "connect", "Clickatell cannot be reached.");
        } catch (SSLHandshakeException notTrusted) {
            return SubmitResult.refused(
                    RefusalReason.ACCOUNT, "tls", "Clickatell cannot be trusted: its certificate is not right.");
        } catch (IOException noAnswer) {
            // the request may have been written before
            return SubmitResult.unclear(
                    "Clickatell did not answer (" + noAnswer.getClass().getSimpleName() + ").");
        }
    }

    @Override
    public CheckResult check() {
        try {
            return spoken.readBalance(client.send(spoken.balance()));
        } catch (IOException noAnswer) {
            return CheckResult.fails("Clickatell does not answer.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return CheckResult.fails("The check was given up.");
        }
    }

    @Override
    public HookResult readHook(HookRequest request) {
        return HookCalls.read(request);
    }

    @Override
    public void close() {
        client.close();
    }
}
