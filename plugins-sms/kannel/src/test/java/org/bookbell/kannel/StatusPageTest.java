package org.bookbell.kannel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.CheckResult.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StatusPageTest {

    private static final String PAGE = """
            Kannel bearerbox version `1.4.5'.
            Using native malloc.


            Status: %s, uptime 0d 0h 0m 2s

            Box connections:
                smsbox:(none), IP 127.0.0.1 (0 queued), (on-line 0d 0h 0m 1s)


            SMSC connections:
                up-1[up-1]    SMPP:127.0.0.1:2775/2775:tester: (%s, rcvd: sms 0 (0.00,0.00,0.00) / dlr 0 (0.00,0.00,0.00), sent: sms 0 (0.00,0.00,0.00) / dlr 0 (0.00,0.00,0.00), failed 0, queued 0 msgs)
                up-2[up-2]    SMPP:127.0.0.1:2776/2776:tester: (%s, rcvd: sms 0 (0.00,0.00,0.00) / dlr 0 (0.00,0.00,0.00), sent: sms 0 (0.00,0.00,0.00) / dlr 0 (0.00,0.00,0.00), failed 0, queued 0 msgs)
            """;

    private final FakeSmsbox smsbox = new FakeSmsbox();

    @AfterEach
    void stop() {
        smsbox.close();
    }

    @Test
    void a_kannel_with_an_smsc_online_works() {
        smsbox.showStatus(PAGE.formatted("running", "online 12s", "re-connecting"));

        assertThat(check(Map.of())).isEqualTo(CheckResult.works("1 of 2 connections to SMS centers is online."));
    }

    @Test
    void a_kannel_without_any_smsc_online_fails() {
        smsbox.showStatus(PAGE.formatted("running", "connecting", "disconnected"));

        assertThat(check(Map.of())).isEqualTo(CheckResult.fails("0 of 2 connections to SMS centers are online."));
    }

    @Test
    void only_the_smsc_of_the_account_counts() {
        smsbox.showStatus(PAGE.formatted("running", "online 12s", "re-connecting"));

        assertThat(check(Map.of("smsc", "up-1")).outcome()).isEqualTo(Outcome.WORKS);
        assertThat(check(Map.of("smsc", "up-2")).outcome()).isEqualTo(Outcome.FAILS);
        assertThat(check(Map.of("smsc", "up-3")))
                .isEqualTo(CheckResult.fails("0 of 0 connections to up-3 are online."));
    }

    @Test
    void a_kannel_that_was_suspended_fails() {
        smsbox.showStatus(PAGE.formatted("suspended", "online 12s", "online 12s"));

        assertThat(check(Map.of())).isEqualTo(CheckResult.fails("Kannel is suspended."));
    }

    @Test
    void a_wrong_password_is_told() {
        assertThat(check(Map.of("statusPassword", "wrong")))
                .isEqualTo(CheckResult.fails("The status page of Kannel refuses the password."));
    }

    @Test
    void another_page_is_no_status_page() {
        smsbox.showStatus("<html>Welcome</html>");

        assertThat(check(Map.of()).outcome()).isEqualTo(Outcome.FAILS);
    }

    @Test
    void without_the_page_no_check_is_offered() {
        try (var gateway = Accounts.open(smsbox.address(), Map.of())) {
            assertThat(gateway.check()).isEqualTo(CheckResult.notOffered());
        }
    }

    private CheckResult check(Map<String, String> more) {
        var settings = new java.util.HashMap<>(
                Map.of("statusAddress", smsbox.statusAddress(), "statusPassword", FakeSmsbox.STATUS_PASSWORD));
        settings.putAll(more);
        try (var gateway = Accounts.open(smsbox.address(), settings)) {
            return gateway.check();
        }
    }
}
