package org.bookbell.it.plugin;

import java.util.List;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsProvider;

/** A provider that outlives the server: what it takes it writes into a file, and answers after a while. */
public final class NotebookSms implements SmsProvider {

    public static final String NAME = "notebook";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "Notebook of the tests";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.text("file", "File"), Setting.number("answerAfterMillis", "Answer after", 0));
    }

    @Override
    public SmsGateway open(GatewayContext context) {
        return Notebook.open(context);
    }
}
