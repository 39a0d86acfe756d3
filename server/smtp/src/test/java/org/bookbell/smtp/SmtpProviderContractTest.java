package org.bookbell.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import org.bookbell.spi.gateway.EmailProvider;
import org.bookbell.spi.testkit.EmailProviderContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class SmtpProviderContractTest extends EmailProviderContract {

    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        greenMail.setUser("office@practice.example", "office", "hunter2");
        greenMail.start();
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    @Override
    protected EmailProvider provider() {
        return new SmtpProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "host", "127.0.0.1",
                "port", Integer.toString(greenMail.getSmtp().getPort()),
                "security", "none",
                "username", "office",
                "password", "hunter2",
                "fromAddress", "office@practice.example");
    }
}
