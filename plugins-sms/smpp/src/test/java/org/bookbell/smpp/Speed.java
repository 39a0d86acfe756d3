package org.bookbell.smpp;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
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
 * Measures how many messages a second go over an account, and over a bare session of jsmpp that submits the same to the same
 * message center: a program, not a test. {@code Speed [messages] [rounds] [binds]}.
 */
final class Speed {

    private static final int THREADS = 50;
    private static final String TEXT = "Reminder: tomorrow at 9:00 with Dr. Lee. Reply C to confirm.";

    private Speed() {}

    /** Submits one message, and throws if it was not taken. */
    private interface Way extends AutoCloseable {

        void submit(int number) throws Exception;

        @Override
        void close();
    }

    public static void main(String[] arguments) throws Exception {
        var messages = argument(arguments, 0, 30_000);
        var rounds = argument(arguments, 1, 5);
        var binds = argument(arguments, 2, 1);
        var ours = new ArrayList<Figure>();
        var bare = new ArrayList<Figure>();
        try (var center = FakeSmppProvider.start()) {
            center.stopRecording();
            for (var round = 0; round <= rounds; round++) {
                var one = measure(account(center, binds), messages);
                var other = measure(bareSession(center, binds), messages);
                System.out.println("round " + round + ": account " + one + ", bare jsmpp " + other);
                if (round > 0) {
                    ours.add(one);
                    bare.add(other);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "medians: account %.0f/s, bare jsmpp %.0f/s, ratio %.2f; %.1f and %.1f us of processor, ratio %.2f%n",
                median(ours, Figure::perSecond),
                median(bare, Figure::perSecond),
                median(ours, Figure::perSecond) / median(bare, Figure::perSecond),
                median(ours, Figure::micros),
                median(bare, Figure::micros),
                median(ours, Figure::micros) / median(bare, Figure::micros));
    }

    /**
     * How fast, and what it cost.
     *
     * @param micros processor time for each message, ours and the message center's together
     */
    private record Figure(double perSecond, double micros) {}

    private static Figure measure(Way way, int messages) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try (way) {
            var begun = System.nanoTime();
            var spent = spent();
            var work = IntStream.range(0, THREADS)
                    .<Callable<Void>>mapToObj(thread -> () -> {
                        for (var number = thread; number < messages; number += THREADS) {
                            way.submit(number);
                        }
                        return null;
                    })
                    .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            return new Figure(messages / seconds, (spent() - spent) / 1e3 / messages);
        } finally {
            threads.shutdown();
        }
    }

    private static long spent() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static Way account(FakeSmppProvider center, int binds) throws InterruptedException {
        var account = OpenAccount.boundTo(
                center,
                "binds",
                Integer.toString(binds),
                "window",
                Integer.toString(THREADS),
                "responseTimeoutSeconds",
                "60");
        return new Way() {
            @Override
            public void submit(int number) throws InterruptedException {
                var sms = new SmsSubmission(
                        "%013d".formatted(number),
                        OpenAccount.PHONE,
                        Optional.of("Practice"),
                        TEXT,
                        Duration.ofHours(2));
                var result = account.gateway().submit(sms);
                if (!(result instanceof Accepted)) {
                    throw new IllegalStateException("not taken: " + result);
                }
            }

            @Override
            public void close() {
                account.close();
            }
        };
    }

    private static Way bareSession(FakeSmppProvider center, int binds) throws Exception {
        var sessions = new ArrayList<SMPPSession>();
        for (var bind = 0; bind < binds; bind++) {
            var session = new SMPPSession();
            session.setTransactionTimer(60_000);
            session.connectAndBind(
                    center.host(),
                    center.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            "practice",
                            "s3cret",
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            ""));
            sessions.add(session);
        }
        return new Way() {
            @Override
            public void submit(int number) throws Exception {
                sessions.get(number % sessions.size())
                        .submitShortMessage(
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
                                TEXT.getBytes(StandardCharsets.US_ASCII));
            }

            @Override
            public void close() {
                sessions.forEach(SMPPSession::unbindAndClose);
            }
        };
    }

    private static int argument(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    private static double median(List<Figure> figures, ToDoubleFunction<Figure> what) {
        return figures.stream()
                .mapToDouble(what)
                .sorted()
                .skip(figures.size() / 2)
                .findFirst()
                .orElse(0);
    }
}
