package ${package};

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.SmsProviderContract;
import org.bookbell.spi.testkit.Treatment;
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

    @Override
    protected Optional<Map<String, String>> treat(Treatment treatment) {
        fake.answering(
                switch (treatment) {
                    case REFUSED_FOR_GOOD -> FakeAnswer.json(422, "{\"error\": \"invalid_recipient\"}");
                    case REFUSED_FOR_NOW -> FakeAnswer.status(503);
                    case NOT_ANSWERED -> FakeAnswer.hang();
                });
        return Optional.of(treatment == Treatment.NOT_ANSWERED ? Map.of("timeoutSeconds", "1") : Map.of());
    }
}
