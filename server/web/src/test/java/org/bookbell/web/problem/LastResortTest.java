package org.bookbell.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastResortTest {

    private final StringWriter body = new StringWriter();
    private final List<String> asked = new ArrayList<>();

    @Test
    void a_failure_before_the_answer_is_a_problem() throws IOException {
        show(false);

        assertThat(body.toString()).contains("\"status\":500");
    }

    @Test
    void an_answer_that_has_begun_is_left_as_it_is() throws IOException {
        show(true);

        assertThat(asked).containsExactly("isCommitted");
        assertThat(body.toString()).isEmpty();
    }

    private void show(boolean isCommitted) throws IOException {
        new LastResort()
                .service(fake(HttpServletRequest.class, isCommitted), fake(HttpServletResponse.class, isCommitted));
    }

    private <T> T fake(Class<T> type, boolean isCommitted) {
        var fake = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            asked.add(method.getName());
            return switch (method.getName()) {
                case "isCommitted" -> isCommitted;
                case "getStatus" -> 500;
                case "getWriter" -> new PrintWriter(body, true);
                default -> null;
            };
        });
        return type.cast(fake);
    }
}
