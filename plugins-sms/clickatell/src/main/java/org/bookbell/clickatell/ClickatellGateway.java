package org.bookbell.clickatell;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bookbell.clickatell.hook.HookCalls;
import org.bookbell.http.answer.Answerer;
import org.bookbell.http.wire.Limits;
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

/** An open account of Clickatell. It remembers nothing of messages: their reports name the attempt. */
final class ClickatellGateway implements SmsGateway {

    private static final Answerer CLICKATELL = new Answerer("Clickatell");

    private final Interface spoken;
    private final Set<Ability> abilities;
    private final Clock clock;
    private final String name;
    private final Wire wire;

    ClickatellGateway(GatewayContext context, Settings settings) {
        this.spoken = Interface.of(settings);
        this.abilities = abilities(settings, context.hook().isPresent(), spoken.takesValidity());
        this.clock = context.clock();
        this.name = "clickatell-" + context.gateway();
        this.wire = wire(AccountSettings.limits(settings), name);
    }

    private Wire wire(Limits limits, String thread) {
        return new Wire(spoken.address().target(), limits, Optional.empty(), thread);
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
        return CLICKATELL.submitted(wire.exchange(spoken.submission(sms)), answer -> spoken.read(answer, clock));
    }

    @Override
    public CheckResult check() {
        try (var own = wire(Balance.LIMITS, name + "-check")) {
            return CLICKATELL.checked(own.exchange(spoken.balance()), spoken::readBalance);
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
