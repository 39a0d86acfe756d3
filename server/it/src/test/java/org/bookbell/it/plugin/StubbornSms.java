package org.bookbell.it.plugin;

import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/** A provider whose calls never end, whatever interrupts them, and which leaves a thread behind for each account. */
public final class StubbornSms implements SmsProvider {

    public static final String NAME = "stubborn";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "Stubborn provider of the tests";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public SmsGateway open(GatewayContext context) {
        var left = new Thread(StubbornSms::stay, "left behind");
        left.setDaemon(false);
        left.start();
        return new Gateway();
    }

    /** An account. */
    static final class Gateway implements SmsGateway {

        @Override
        public Set<Ability> abilities() {
            return Set.of();
        }

        @Override
        public SubmitResult submit(SmsSubmission submission) {
            throw stay();
        }

        @Override
        public void close() {
            throw stay();
        }
    }

    private static AssertionError stay() {
        while (!Thread.currentThread().getName().isEmpty()) {
            LockSupport.park();
        }
        return new AssertionError("a thread without a name");
    }
}
