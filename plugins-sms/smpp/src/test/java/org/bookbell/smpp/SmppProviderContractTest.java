package org.bookbell.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.testkit.SmsProviderContract;
import org.bookbell.spi.testkit.Treatment;
import org.bookbell.spi.testkit.smpp.FakeSmppProvider;
import org.bookbell.spi.testkit.smpp.SmppAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmppProviderContractTest extends SmsProviderContract {

    /** SMPP 3.4, section 5.1.3. */
    private static final int ESME_RINVDSTADR = 0x0B;

    private static final int ESME_RSYSERR = 0x08;

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

    @Override
    protected Optional<Map<String, String>> treat(Treatment treatment) {
        var answer = switch (treatment) {
            case REFUSED_FOR_GOOD -> new SmppAnswer.Refused(ESME_RINVDSTADR);
            case REFUSED_FOR_NOW -> new SmppAnswer.Refused(ESME_RSYSERR);
            case NOT_ANSWERED -> new SmppAnswer.Never();
        };
        center.answer(sms -> answer);
        return Optional.of(Map.of("responseTimeoutSeconds", "1"));
    }

    /** In the relative time format, of less than a day. */
    @Override
    protected Optional<Duration> toldValidity() {
        return center.taken().stream()
                .reduce((before, last) -> last)
                .map(last -> last.validityPeriod().replaceFirst("000000(\\d\\d)(\\d\\d)(\\d\\d)000R", "PT$1H$2M$3S"))
                .map(Duration::parse);
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
