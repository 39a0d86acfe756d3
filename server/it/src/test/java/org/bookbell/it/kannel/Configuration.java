package org.bookbell.it.kannel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bookbell.it.database.FreePort;

/**
 * The {@code kannel.conf} of the documentation, with ports and directories of a test.
 *
 * @param text the file
 * @param sendSmsPort of the smsbox
 * @param adminPort of the bearerbox
 */
record Configuration(String text, int sendSmsPort, int adminPort) {

    static final String USER = "bookbell";
    static final String PASSWORD = "change-this-3";
    static final String STATUS_PASSWORD = "change-this-2";

    private static final Path PAGE = Path.of("..", "..", "docs", "providers", "kannel.md");
    private static final String FENCE = "\n```\n";
    private static final String REPLY_ADDRESS = "https://book.example.org/hooks/sms/kannel/TOKEN";

    /** One that brings replies to the web hook {@code hook} and lives in {@code directory}. */
    static Configuration documented(Path directory, String hook) {
        var sendSms = FreePort.find();
        var admin = FreePort.find();
        return new Configuration(documentedText(), sendSms, admin)
                .with("sendsms-port = 13013", "sendsms-port = " + sendSms)
                .with("admin-port = 13000", "admin-port = " + admin)
                .with("smsbox-port = 13001", "smsbox-port = " + FreePort.find())
                .with("/var/log/kannel/", directory + "/")
                .with("/var/spool/kannel/", directory + "/")
                .with(REPLY_ADDRESS, hook.replace("%", "%%"))
                // what the documentation gives minutes has seconds here
                .with("sms-resend-freq = 30", "sms-resend-freq = 1")
                .with("sms-resend-retry = 10", "sms-resend-retry = 2")
                .with("http-queue-delay = 10", "http-queue-delay = 1");
    }

    private static String documentedText() {
        try {
            var page = Files.readString(PAGE);
            var begin = page.indexOf(FENCE + "group = core") + FENCE.length();
            return page.substring(begin, page.indexOf(FENCE, begin) + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with another text in place of one that must be there. */
    Configuration with(String documented, String ours) {
        assertThat(text).contains(documented);
        return new Configuration(text.replace(documented, ours), sendSmsPort, adminPort);
    }

    /** The same, connected with that SMS center. */
    Configuration connectedWith(SmsCenter center) {
        return with("host = smpp.carrier.example", "host = 127.0.0.1").with("port = 2775", "port = " + center.port());
    }

    /** The same, with Kannel's own fake of an SMS center, which listens on a port of 127.0.0.1 for a fake phone. */
    Configuration withFakeSmsc(int port) {
        var begin = text.indexOf("group = smsc\n");
        var documented = text.substring(begin, text.indexOf("group = smsbox\n"));
        return with(documented, """
                group = smsc
                smsc = fake
                smsc-id = carrier
                host = 127.0.0.1
                port = %d
                our-host = 127.0.0.1
                connect-allow-ip = 127.0.0.1

                """.formatted(port));
    }
}
