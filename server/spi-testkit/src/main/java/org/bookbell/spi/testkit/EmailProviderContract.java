package org.bookbell.spi.testkit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bookbell.spi.gateway.EmailGateway;
import org.bookbell.spi.gateway.EmailProvider;
import org.bookbell.spi.gateway.EmailSubmission;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SubmitResult;

/**
 * What {@link EmailProvider} and {@link EmailGateway} promise. Subclass it and say which provider and which settings; the
 * account should take messages, so point it at a mail server for tests.
 */
public abstract class EmailProviderContract extends HookContract<EmailGateway> {

    @Override
    protected abstract EmailProvider provider();

    /** The address to which messages go; one that belongs to nobody. */
    protected String recipient() {
        return "ann@example.org";
    }

    @Override
    final EmailGateway open(GatewayContext context) {
        return provider().open(context);
    }

    /** Any text is also a name, a subject and a file's name. */
    @Override
    final SubmitResult submit(EmailGateway gateway, String attemptId, String text, Duration validity)
            throws InterruptedException {
        var file = new Attachment(text + ".txt", "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
        return gateway.submit(new EmailSubmission(
                attemptId,
                recipient(),
                text,
                Optional.of("desk@example.org"),
                text,
                text,
                Optional.of(URI.create("https://book.example/unsubscribe/abc")),
                List.of(file),
                validity));
    }

    @Override
    final String to() {
        return recipient();
    }
}
