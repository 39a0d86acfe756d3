package org.bookbell.it.kannel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.bookbell.it.database.FreePort;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that Kannel reaches by https only, as on the internet. */
class KannelHttpsIT {

    @Test
    void receipts_and_replies_come_by_https(@TempDir Path folder) throws Exception {
        var port = FreePort.find();
        var sms = Attempts.of("Tomorrow at 9", "00");
        try (var hook = Hook.byHttps(Keys.in(folder));
                var kannel = Kannel.start(hook.address(), configuration -> configuration.withFakeSmsc(port));
                var gateway = hook.open(kannel.settings(Map.of("replies", "true")));
                var phone = FakePhone.connect(port)) {
            gateway.submit(sms);
            phone.send("+15550000004", "Practice", "C");

            assertThat(hook.awaitReceipts(sms.attemptId(), 2))
                    .extracting(Receipt::state)
                    .containsExactlyInAnyOrder(State.BUFFERED, State.DELIVERED);
            assertThat(hook.awaitReply("+15550000004").text()).isEqualTo("C");
        }
    }
}
