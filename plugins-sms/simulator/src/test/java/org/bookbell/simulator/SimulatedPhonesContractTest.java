package org.bookbell.simulator;

import java.util.Map;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.testkit.SmsProviderContract;

class SimulatedPhonesContractTest extends SmsProviderContract {

    @Override
    protected SmsProvider provider() {
        return new SimulatedPhones();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("receiptAfterSeconds", "0");
    }
}
