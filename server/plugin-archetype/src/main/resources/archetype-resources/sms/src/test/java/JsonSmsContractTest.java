package ${package};

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.SmsProviderContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class JsonSmsContractTest extends SmsProviderContract {

    private final AtomicInteger messages = new AtomicInteger();
    private final FakeHttpProvider fake = FakeHttpProvider.start();

    @BeforeEach
    void take_every_message() {
        fake.answering(request -> FakeAnswer.json(201, "{\"id\": \"m" + messages.incrementAndGet() + "\"}"));
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Override
    protected SmsProvider provider() {
        return new JsonSmsProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("address", fake.address("/messages"), "token", "a-token-of-no-use");
    }
}
