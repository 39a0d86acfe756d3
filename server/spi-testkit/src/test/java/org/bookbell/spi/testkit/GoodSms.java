package org.bookbell.spi.testkit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/** The least that keeps the contract. */
public class GoodSms implements SmsProvider {

    @Override
    public String name() {
        return "good";
    }

    @Override
    public String label() {
        return "Good SMS";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("account", "Account"),
                Setting.secret("token", "Token"),
                Setting.number("port", "Port", 443));
    }

    @Override
    public SmsGateway open(GatewayContext context) {
        return new SmsGateway() {

            private volatile boolean closed;

            @Override
            public Set<Ability> abilities() {
                return EnumSet.noneOf(Ability.class);
            }

            @Override
            public SubmitResult submit(SmsSubmission sms) {
                return closed
                        ? SubmitResult.refused(RefusalReason.UNAVAILABLE, "closed", "")
                        : SubmitResult.accepted(sms.attemptId());
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }
}
