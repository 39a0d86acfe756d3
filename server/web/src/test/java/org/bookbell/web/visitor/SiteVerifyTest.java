package org.bookbell.web.visitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteVerifyTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer service;
    private String says = "{\"success\": true}";

    @BeforeEach
    void start_the_service() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/siteverify", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var answer = says.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop_the_service() {
        service.stop(0);
    }

    @Test
    void who_passed_is_let_in() {
        assertThat(check().isPassed("token/1", "10.0.0.1")).isTrue();

        assertThat(asked).containsExactly("secret=s%26cret&response=token%2F1&remoteip=10.0.0.1");
    }

    @Test
    void who_failed_or_did_not_answer_is_not() {
        says = "{\"success\": false, \"error-codes\": [\"invalid-input-response\"]}";

        assertThat(check().isPassed("forged", "10.0.0.1")).isFalse();
        assertThat(check().isPassed("", "10.0.0.1")).isFalse();
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_service_that_is_out_of_order_lets_pass() {
        says = "<html>";

        assertThat(check().isPassed("token", "10.0.0.1")).isTrue();
        service.stop(0);
        assertThat(check().isPassed("token", "10.0.0.1")).isTrue();
    }

    @Test
    void the_answer_comes_in_the_field_that_the_script_makes() {
        assertThat(check().widget()).map(Widget::field).hasValue("h-captcha-response");
    }

    private SiteVerify check() {
        var address = URI.create("http://127.0.0.1:" + service.getAddress().getPort() + "/siteverify");
        return new SiteVerify(address, "s&cret", new Widget("https://js.example/api.js", "", "h-captcha", "site"));
    }
}
