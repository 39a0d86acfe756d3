package org.bookbell.kannel;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/** An open account with a Kannel. It keeps no state of messages: whatever Kannel says names the attempt. */
final class KannelGateway implements SmsGateway {

    private final SendSms sendSms;
    private final Optional<StatusPage> statusPage;
    private final Set<Ability> abilities;
    private final BoxClient box;

    KannelGateway(Settings settings, Optional<URI> hook) {
        this.sendSms = new SendSms(settings, hook);
        this.statusPage = StatusPage.of(settings);
        this.abilities = abilities(settings, hook.isPresent());
        this.box = new BoxClient(AccountSettings.seconds(settings, "connectTimeoutSeconds"));
    }

    private static Set<Ability> abilities(Settings settings, boolean hasHook) {
        var abilities = EnumSet.of(Ability.VALIDITY);
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
        return EnumSet.copyOf(abilities);
    }

    @Override
    public SubmitResult submit(SmsSubmission sms) throws InterruptedException {
        if (!SendSms.isWhole(sms.text())) {
            return SubmitResult.refused(RefusalReason.CONTENT, "", "The text holds half of a character.");
        }
        try {
            return SendSmsAnswer.read(box.send(sendSms.request(sms)));
        } catch (ConnectException | HttpConnectTimeoutException nobodyThere) {
            return SubmitResult.refused(RefusalReason.UNAVAILABLE, "connect", "Kannel cannot be reached.");
        } catch (SSLHandshakeException notTrusted) {
            return SubmitResult.refused(
                    RefusalReason.ACCOUNT, "tls", "Kannel cannot be trusted: check its certificate.");
        } catch (IOException noAnswer) {
            // the request may have been written before
            return SubmitResult.unclear(
                    "Kannel did not answer (" + noAnswer.getClass().getSimpleName() + ").");
        }
    }

    @Override
    public CheckResult check() {
        return statusPage.map(this::check).orElseGet(CheckResult::notOffered);
    }

    private CheckResult check(StatusPage page) {
        try {
            return page.read(box.send(page.request()));
        } catch (IOException noAnswer) {
            return CheckResult.fails("The status page of Kannel does not answer.");
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
        box.close();
    }
}
