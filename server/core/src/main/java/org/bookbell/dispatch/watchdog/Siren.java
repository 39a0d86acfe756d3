package org.bookbell.dispatch.watchdog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bookbell.dispatch.GatewayCalls;
import org.bookbell.plugin.gateway.OpenGateway;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.spi.gateway.EmailGateway;
import org.bookbell.spi.gateway.EmailSubmission;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells operators by ways that need neither the ledger nor the job: straight over an e-mail gateway, and a web hook. */
@Dependent
class Siren {

    private static final Logger LOG = System.getLogger(Siren.class.getName());
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration VALIDITY = Duration.ofHours(1);

    private final OpenGateways gateways;
    private final GatewayCalls calls;
    private final Optional<String> webhook;
    private final Optional<String> heartbeat;

    @Inject
    Siren(
            OpenGateways gateways,
            GatewayCalls calls,
            @ConfigProperty(name = "bookbell.watchdog.webhook") Optional<String> webhook,
            @ConfigProperty(name = "bookbell.watchdog.heartbeat") Optional<String> heartbeat) {
        this.gateways = gateways;
        this.calls = calls;
        this.webhook = webhook.filter(address -> !address.isBlank());
        this.heartbeat = heartbeat.filter(address -> !address.isBlank());
    }

    /** Tells it by every way there is; a way that fails is logged and leaves the others. */
    void tell(String event, String subject, String text, List<String> addresses) {
        LOG.log(Level.ERROR, "{0}: {1}", subject, text);
        webhook.ifPresent(address -> post(address, event, text));
        addresses.forEach(address -> mail(address, subject, text));
    }

    /** Says that all is well, where somebody listens. */
    void beat() {
        heartbeat.ifPresent(
                address -> send(HttpRequest.newBuilder(URI.create(address)).GET()));
    }

    private void post(String address, String event, String text) {
        var body = JSON.createObjectBuilder()
                .add("event", event)
                .add("text", text)
                .build()
                .toString();
        send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static void send(HttpRequest.Builder request) {
        try {
            var answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request.timeout(PATIENCE).build(), BodyHandlers.discarding());
            if (answer.statusCode() >= 400) {
                LOG.log(Level.WARNING, "The watchdog's web hook answered {0}.", answer.statusCode());
            }
        } catch (IOException | IllegalArgumentException failure) {
            LOG.log(Level.WARNING, "The watchdog's web hook cannot be called.", failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void mail(String address, String subject, String text) {
        boolean sent = gateways.list(PluginKind.EMAIL).stream()
                .filter(open -> open.serves(0))
                .anyMatch(open -> mail(open, address, subject, text));
        if (!sent) {
            LOG.log(Level.WARNING, "No e-mail gateway took the watchdog's alarm.");
        }
    }

    private boolean mail(OpenGateway open, String address, String subject, String text) {
        if (open.gateway().isEmpty() || !(open.gateway().get() instanceof EmailGateway gateway)) {
            return false;
        }
        var submission = new EmailSubmission(
                "alarm", address, "Bookbell", Optional.empty(), subject, text, Optional.empty(), List.of(), VALIDITY);
        var answer = calls.submit(open.name(), gateway.getClass().getClassLoader(), () -> gateway.submit(submission));
        return answer instanceof Accepted;
    }
}
