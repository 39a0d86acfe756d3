package org.bookbell.it.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Stream;
import org.bookbell.it.server.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a program sends that may do anything, it is never the server that fails, and what is refused changes nothing. */
class MalformedBodiesIT {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final String JSON = "application/json";
    private static final int SHOWN = 300;

    private static final OneFirm SCENE = OneFirm.furnish();
    private static final Examples EXAMPLES =
            Examples.read(SCENE.operator().get("/openapi").body(), SCENE.firm());

    static Stream<Route> routes() {
        return Routes.all().filter(route -> WITH_BODY.contains(route.method()));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_malformed_body_is_no_fault_of_the_server(Route route) {
        var all = Stream.concat(
                        Malformed.bodies(), EXAMPLES.find(route).stream().flatMap(Malformed::variantsOf))
                .toList();
        var bodies = Malformed.some(route.name(), all);

        var failed = new ArrayList<String>();
        var refused = new ArrayList<byte[]>();
        for (var body : bodies) {
            var answer = send(route, JSON, body);
            if (answer.status() >= 500) {
                failed.add(shown(body) + " gets " + answer.status());
            } else if (answer.status() >= 400) {
                refused.add(body);
            }
        }

        assertThat(failed).isEmpty();
        assertRefusedWithoutATrace(route, Malformed.again(refused));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_body_of_another_type_is_no_fault_of_the_server(Route route) {
        for (var type :
                new String[] {"text/plain", "application/xml", "multipart/form-data; boundary=x", "image/png"}) {
            assertThat(send(route, type, "{}".getBytes(UTF_8)).status())
                    .as(type)
                    .isLessThan(500);
        }
    }

    private static void assertRefusedWithoutATrace(Route route, Iterable<byte[]> refused) {
        var before = SCENE.rows();
        for (var body : refused) {
            assertThat(send(route, JSON, body).status()).as(shown(body)).isBetween(400, 499);
        }
        assertThat(SCENE.rows()).isEqualTo(before);
    }

    private static Answer send(Route route, String type, byte[] body) {
        var api = route.right() == Right.OPERATE ? SCENE.operator() : SCENE.owner();
        var firm = SCENE.firm();
        var path = route.path()
                .replace("{org}", firm.shop().slug())
                .replace("{id}", route.thing().map(firm::thing).orElse(""))
                .replaceAll("/main(?=/|$)", "/" + OneFirm.GATEWAY);
        return api.send(route.method(), path, type, body);
    }

    private static String shown(byte[] body) {
        var text = new String(body, UTF_8);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
