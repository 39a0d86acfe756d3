package ${package};

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Base64;
import java.util.Set;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.EmailGateway;
import org.bookbell.spi.gateway.EmailSubmission;
import org.bookbell.spi.gateway.SubmitResult;

/** An open account that submits e-mail. It declares no ability: add those that your provider has. */
final class JsonEmailGateway implements EmailGateway {

    private final JsonPost post;

    JsonEmailGateway(Account account) {
        this.post = new JsonPost(account);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of();
    }

    @Override
    public SubmitResult submit(EmailSubmission email) throws InterruptedException {
        var document = Json.createObjectBuilder()
                .add("reference", email.attemptId())
                .add("to", email.to())
                .add("fromName", oneLine(email.fromName()))
                .add("subject", oneLine(email.subject()))
                .add("text", email.text())
                .add("headers", headers(email))
                .add("attachments", attachments(email));
        email.replyTo().ifPresent(address -> document.add("replyTo", oneLine(address)));
        return post.send(document.build());
    }

    /** RFC 3834, 5: nothing answers by itself. RFC 8058, 3.1: one click ends further mail. */
    private static JsonObjectBuilder headers(EmailSubmission email) {
        var headers = Json.createObjectBuilder().add("Auto-Submitted", "auto-generated");
        email.unsubscribe()
                .ifPresent(address -> headers.add("List-Unsubscribe", "<" + address + ">")
                        .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        return headers;
    }

    private static JsonArrayBuilder attachments(EmailSubmission email) {
        var attachments = Json.createArrayBuilder();
        for (var attachment : email.attachments()) {
            attachments.add(Json.createObjectBuilder()
                    .add("name", oneLine(attachment.name()))
                    .add("mediaType", attachment.mediaType())
                    .add("content", Base64.getEncoder().encodeToString(attachment.content())));
        }
        return attachments;
    }

    /** A line break would let the provider begin a header of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    @Override
    public void close() {
        post.close();
    }
}
