package ${package};

import jakarta.json.Json;
import java.util.Set;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/** An open account that submits SMS. It declares no ability: add those that your provider has. */
final class JsonSmsGateway implements SmsGateway {

    private final JsonPost post;

    JsonSmsGateway(Account account) {
        this.post = new JsonPost(account);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of();
    }

    @Override
    public SubmitResult submit(SmsSubmission sms) throws InterruptedException {
        var document = Json.createObjectBuilder()
                .add("reference", sms.attemptId())
                .add("to", sms.to())
                .add("text", sms.text())
                .add("validSeconds", sms.validity().toSeconds());
        sms.from().ifPresent(sender -> document.add("from", sender));
        return post.send(document.build());
    }

    @Override
    public void close() {
        post.close();
    }
}
