package ${package};

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bookbell.spi.gateway.EmailProvider;
import org.bookbell.spi.testkit.EmailProviderContract;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class JsonEmailContractTest extends EmailProviderContract {

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
    protected EmailProvider provider() {
        return new JsonEmailProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("address", fake.address("/messages"), "token", "a-token-of-no-use");
    }
}
