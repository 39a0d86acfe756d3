package org.bookbell.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bookbell.smpp.SmppProvider;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.testkit.Heard;
import org.bookbell.spi.testkit.smpp.FakeSmppProvider;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;

/**
 * How many messages fifty threads submit through the SMPP provider over one bind with a window of fifty, beside a bare session
 * of jsmpp that submits the same to the same message center on the same machine, which answers at once. It needs neither the
 * product nor a database: a main class of its own.
 */
public final class SmppProviderSpeed {

    private static final int WINDOW = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("bookbell.bench.seconds", 5));
    private static final String TEXT = "Reminder: tomorrow at 9:00 with Dr. Lee. Reply C to confirm.";
    private static final String SYSTEM_ID = "practice";
    private static final String PASSWORD = "s3cret";

    private final AtomicLong submitted = new AtomicLong();

    private SmppProviderSpeed() {}

    public static void main(String[] args) throws IOException {
        new SmppProviderSpeed().measure(new Table());
    }

    private void measure(Table table) throws IOException {
        try (var center = FakeSmppProvider.start();
                var gateway = bound(center)) {
            center.stopRecording();
            var session = bareSession(center);
            Repeated.run(WINDOW, LENGTH, () -> submit(gateway));
            Repeated.run(WINDOW, LENGTH, () -> submit(session));
            var turns = Turns.take(
                    () -> Repeated.run(WINDOW, LENGTH, () -> submit(gateway)),
                    () -> Repeated.run(WINDOW, LENGTH, () -> submit(session)));
            session.unbindAndClose();
            var what = "SMS over SMPP, one bind, a window of 50";
            table.throughput(what + " / the same over a bare session of jsmpp", turns, "≥ 3000/s");
            table.tail(what + ", p99 / over a bare session of jsmpp", turns, "");
        }
    }

    private static SmsGateway bound(FakeSmppProvider center) {
        var smpp = new SmppProvider();
        var settings = Settings.of(Map.of(
                "host",
                center.host(),
                "port",
                Integer.toString(center.port()),
                "systemId",
                SYSTEM_ID,
                "password",
                PASSWORD,
                "window",
                Integer.toString(WINDOW),
                "responseTimeoutSeconds",
                "60"));
        var gateway = smpp.open(
                new GatewayContext("bench", settings.withDefaults(smpp.settings()), Clock.systemUTC(), new Heard()));
        await().atMost(PATIENCE).until(() -> center.binds() == 1);
        return gateway;
    }

    private static SMPPSession bareSession(FakeSmppProvider center) throws IOException {
        var session = new SMPPSession();
        session.setTransactionTimer(60_000);
        session.connectAndBind(
                center.host(),
                center.port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        SYSTEM_ID,
                        PASSWORD,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        ""));
        return session;
    }

    private void submit(SmsGateway gateway) throws InterruptedException {
        var result = gateway.submit(new SmsSubmission(
                "%013d".formatted(submitted.incrementAndGet()),
                "+12125550123",
                Optional.of("Practice"),
                TEXT,
                Duration.ofHours(2)));
        if (!(result instanceof Accepted)) {
            throw new IllegalStateException("the gateway must take all messages but " + result);
        }
    }

    private static void submit(SMPPSession session) throws Exception {
        session.submitShortMessage(
                "",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "Practice",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "12125550123",
                new ESMClass(),
                (byte) 0,
                (byte) 0,
                null,
                "000000020000000R",
                new RegisteredDelivery(1),
                (byte) 0,
                DataCodings.ZERO,
                (byte) 0,
                TEXT.getBytes(US_ASCII));
    }
}
