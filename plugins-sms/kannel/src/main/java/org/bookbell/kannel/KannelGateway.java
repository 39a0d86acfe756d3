package org.bookbell.kannel;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bookbell.http.answer.Answerer;
import org.bookbell.http.wire.Wire;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/** An open account with a Kannel. It keeps no state of messages: whatever Kannel says names the attempt. */
final class KannelGateway implements SmsGateway {

    private static final Answerer KANNEL = new Answerer("Kannel");

    private final SendSms sendSms;
    private final Optional<StatusPage> statusPage;
    private final Set<Ability> abilities;
    private final String name;
    private final Wire wire;

    KannelGateway(GatewayContext context, Settings settings) {
        this.sendSms = new SendSms(settings, context.hook());
        this.statusPage = StatusPage.of(settings);
        this.abilities = abilities(settings, context.hook().isPresent());
        this.name = "kannel-" + context.gateway();
        this.wire = new Wire(sendSms.target(), AccountSettings.limits(settings), Optional.empty(), name);
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
        return KANNEL.submitted(wire.exchange(sendSms.request(sms)), SendSmsAnswer::read);
    }

    @Override
    public CheckResult check() {
        return statusPage.map(this::check).orElseGet(CheckResult::notOffered);
    }

    private CheckResult check(StatusPage page) {
        try {
            return page.ask(name + "-check");
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
        wire.close();
    }
}
