package org.bookbell.simulator;

import java.util.Map;
import org.bookbell.spi.gateway.EmailProvider;
import org.bookbell.spi.testkit.EmailProviderContract;

class LocalMailboxContractTest extends EmailProviderContract {

    @Override
    protected EmailProvider provider() {
        return new LocalMailbox();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("receiptAfterSeconds", "0");
    }
}
