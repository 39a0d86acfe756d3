package org.bookbell.spi.testkit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/** A provider that does what plugins do on a bad day. */
public class CarelessSms implements SmsProvider {

    private static final Logger LOG = System.getLogger(CarelessSms.class.getName());

    @Override
    public String name() {
        return "Careless SMS";
    }

    @Override
    public String label() {
        return "Careless";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("account", "Account"),
                Setting.secret("token", "Token"),
                Setting.number("port", "Port", 443).withDefault("https"));
    }

    /** The first fault only, with all that was typed. */
    @Override
    public List<SettingFault> validate(Settings settings) {
        return SmsProvider.super.validate(settings).stream()
                .limit(1)
                .map(fault -> new SettingFault(fault.setting(), "wrong: " + settings.asMap()))
                .toList();
    }

    @Override
    public SmsGateway open(GatewayContext context) {
        return new SmsGateway() {

            private boolean closed;

            private int receipts;

            @Override
            public Set<Ability> abilities() {
                return EnumSet.of(Ability.HOOK, Ability.SIGNED_HOOK);
            }

            @Override
            public HookResult readHook(HookRequest request) {
                return HookResult.understood(List.of(Receipt.delivered("m" + receipts++, Instant.EPOCH)), List.of());
            }

            @Override
            public CheckResult check() {
                return CheckResult.works("signed in with " + context.settings().get("token"));
            }

            @Override
            public SubmitResult submit(SmsSubmission sms) {
                LOG.log(Level.DEBUG, "to {0}: {1}", sms.to(), sms.text());
                if (sms.text().length() > 160) {
                    throw new IllegalArgumentException("too long");
                }
                return SubmitResult.accepted("always the same");
            }

            @Override
            public void close() {
                if (closed) {
                    throw new IllegalStateException("closed already");
                }
                closed = true;
            }

            @Override
            public String toString() {
                return "gateway with " + context.settings().asMap();
            }
        };
    }
}
