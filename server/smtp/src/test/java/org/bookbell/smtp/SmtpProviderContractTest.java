package org.bookbell.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.EmailProvider;
import org.bookbell.spi.testkit.EmailProviderContract;
import org.bookbell.spi.testkit.Treatment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class SmtpProviderContractTest extends EmailProviderContract {

    private final ScriptedSmtpServer scripted = ScriptedSmtpServer.plain();
    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        greenMail.setUser("office@practice.example", "office", "hunter2");
        greenMail.start();
    }

    @AfterEach
    void stop() throws IOException {
        scripted.close();
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

    @Override
    protected Optional<Map<String, String>> treat(Treatment treatment) {
        switch (treatment) {
            case REFUSED_FOR_GOOD -> scripted.answering("RCPT", "550 5.1.1 no such user");
            case REFUSED_FOR_NOW -> scripted.answering("RCPT", "451 4.3.0 local error");
            case NOT_ANSWERED -> scripted.answering("END", ScriptedSmtpServer.HANG);
        }
        return Optional.of(Map.of(
                "port", Integer.toString(scripted.port()),
                "username", "",
                "password", "",
                "timeoutSeconds", "1"));
    }
}
