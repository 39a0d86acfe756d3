package org.bookbell.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.testkit.SmsProviderContract;
import org.bookbell.spi.testkit.smpp.FakeSmppProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmppProviderContractTest extends SmsProviderContract {

    private final FakeSmppProvider center = FakeSmppProvider.start();

    @BeforeEach
    void demandThePassword() {
        center.demand("s3cret");
    }

    @AfterEach
    void stop() {
        center.close();
    }

    @Override
    protected SmsProvider provider() {
        return new SmppProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "host",
                center.host(),
                "port",
                Integer.toString(center.port()),
                "systemId",
                "practice",
                "password",
                "s3cret");
    }

    @Test
    void settings_that_smpp_cannot_carry_are_told_all_at_once() {
        var wrong = Map.of(
                "host", "no host",
                "port", "70000",
                "systemId", "longer-than-fifteen",
                "password", "longer-than-eight",
                "systemType", "longer-than-twelve",
                "serviceType", "longer",
                "sender", "longer than eleven",
                "binds", "0",
                "window", "1001",
                "trustedCertificate", "no certificate");

        assertThat(provider().validate(Settings.of(wrong)))
                .extracting(fault -> fault.setting())
                .containsExactlyInAnyOrderElementsOf(wrong.keySet());
    }
}
