package org.bookbell.plugin;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;

/** Opens {@link RecordingSmsGateway}s and remembers the newest of each account. */
public final class RecordingSmsProvider implements SmsProvider {

    private final Map<String, RecordingSmsGateway> opened = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> slow = new ConcurrentHashMap<>();
    private volatile boolean broken;

    /** Makes {@link #open} fail. */
    public void breaks() {
        broken = true;
    }

    /** Makes {@link #open} wait for that account. */
    public void waitsFor(String account, CountDownLatch answering) {
        slow.put(account, answering);
    }

    public RecordingSmsGateway gateway(String name) {
        var gateway = opened.get(name);
        if (gateway == null) {
            throw new IllegalStateException("gateway " + name + " was not opened");
        }
        return gateway;
    }

    public boolean hasOpened(String name) {
        return opened.containsKey(name);
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public String label() {
        return "Recording";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text("account", "Account").optional(),
                Setting.secret("password", "Password").optional(),
                Setting.number("parts", "Parts", 3));
    }

    @Override
    public SmsGateway open(GatewayContext context) {
        if (broken) {
            throw new IllegalStateException("no connection");
        }
        await(slow.getOrDefault(context.gateway(), new CountDownLatch(0)));
        var gateway = new RecordingSmsGateway(context);
        opened.put(context.gateway(), gateway);
        return gateway;
    }

    private static void await(CountDownLatch answering) {
        try {
            answering.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
