package org.bookbell.web.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Asks a service whether its widget was answered by a person: {@code secret}, {@code response} and {@code remoteip} by
 * POST, answered by JSON with {@code success}. The widget's element has the class that the service's own script looks for.
 */
@ApplicationScoped
public class SiteVerify implements HumanCheck {

    private static final Logger LOG = System.getLogger(SiteVerify.class.getName());
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final String ROOT = "bookbell.captcha.";
    private static final JsonProvider JSON = JsonProvider.provider();

    private final @Nullable Service service;

    private record Service(URI verify, String secret, Widget widget, HttpClient client) {}

    /** For the container's proxy. */
    protected SiteVerify() {
        this.service = null;
    }

    @Inject
    SiteVerify(Config config) {
        var verify = config.getOptionalValue(ROOT + "verifyUrl", String.class).orElse("");
        this.service = verify.isBlank() ? null : service(URI.create(verify.strip()), config);
    }

    SiteVerify(URI verify, String secret, Widget widget) {
        this.service = new Service(verify, secret, widget, client());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(LONGEST).build();
    }

    private static Service service(URI verify, Config config) {
        var script = config.getValue(ROOT + "script", String.class);
        var widget = new Widget(
                script,
                config.getOptionalValue(ROOT + "origins", String.class).orElseGet(() -> origin(URI.create(script))),
                config.getOptionalValue(ROOT + "class", String.class).orElse("h-captcha"),
                config.getValue(ROOT + "siteKey", String.class));
        return new Service(verify, config.getValue(ROOT + "secret", String.class), widget, client());
    }

    private static String origin(URI script) {
        return script.getScheme() + "://" + script.getAuthority();
    }

    @Override
    public Optional<Widget> widget() {
        return Optional.ofNullable(service).map(Service::widget);
    }

    @Override
    public boolean isPassed(String answer, String address) {
        return service == null || (!answer.isBlank() && isPassed(service, answer, address));
    }

    private static boolean isPassed(Service service, String answer, String address) {
        var form = "secret=" + encoded(service.secret()) + "&response=" + encoded(answer) + "&remoteip="
                + encoded(address);
        var request = HttpRequest.newBuilder(service.verify())
                .timeout(LONGEST)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            return isSuccess(
                    service.client().send(request, BodyHandlers.ofString()).body());
        } catch (IOException | JsonException failure) {
            LOG.log(Level.WARNING, "The captcha service does not answer; visitors pass.", failure);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static boolean isSuccess(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject().getBoolean("success", false);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
