package org.bookbell.it.access;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bookbell.it.access.PageForms.Filled;
import org.bookbell.it.server.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent instead of a page's form, it is never the server that fails, and what is refused changes nothing. */
class MalformedFormsIT {

    private static final int SHOWN = 200;
    private static final OneFirm SCENE = OneFirm.furnish();

    private static final Sent VISITOR = new Sent("visitor", SCENE.server().api());
    private static final Sent OWNER = new Sent("owner", SCENE.owner());
    private static final Sent OPERATOR = new Sent("operator", SCENE.operator());

    /** Who sends forms. */
    private record Sent(String name, Api api) {

        Stream<Submission> forms(List<String> pages) {
            return PageForms.from(api, pages).stream().map(form -> new Submission(this, form));
        }
    }

    /** A form and who sends it. */
    private record Submission(Sent by, Filled form) {

        int submit(String body) {
            return by.api().submit(form.action(), body).status();
        }

        @Override
        public String toString() {
            return by.name() + ": " + form;
        }
    }

    static List<Submission> forms() {
        return Lazily.FORMS;
    }

    private static final class Lazily {

        private static final List<Submission> FORMS = find();

        private static List<Submission> find() {
            var shop = SCENE.firm().shop();
            var start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(9));
            var details = "/b/" + shop.slug() + "/" + shop.service() + "/details";
            var booked = VISITOR.api()
                    .submit(details, "start=" + start + "&name=Ann&email=ann%40example.org")
                    .header("Location")
                    .replaceAll(".*(/self/[^?]+).*", "$1");
            return Stream.of(
                            VISITOR.forms(List.of(
                                    "/sign-in",
                                    "/b/" + shop.slug(),
                                    details + "?start=" + start.plus(Duration.ofHours(3)),
                                    booked,
                                    booked + "/times",
                                    booked + "/unsubscribe")),
                            OWNER.forms(List.of("/o/" + shop.slug() + "/today", "/password", "/demo/phones")),
                            OPERATOR.forms(List.of("/operator", "/operator/organizations/new")))
                    .flatMap(each -> each)
                    .toList();
        }
    }

    /** Each of these costs the server a second, since a password is hashed. */
    private static final Set<String> DEAR = Set.of("/sign-in", "/password");

    /**
     * Which forms no page shows now: nobody is waited for, nothing is held, no incident lasts, there is one gateway and no
     * text of one's own; and what a second button of a form sends elsewhere.
     */
    private static final Set<String> NOT_SHOWN = Set.of(
            "/demo/play",
            "/demo/answer",
            "/o/{org}/setup/texts/{key}/{locale}/preview",
            "/o/{org}/setup/texts/{key}/{locale}/reset",
            "/operator/canaries/{name}",
            "/operator/canaries/{name}/remove",
            "/operator/canaries/{name}/send",
            "/operator/held/{org}/{act}",
            "/operator/incidents/{id}/words",
            "/operator/reports/{id}/answer",
            "/operator/reports/{id}/seen",
            "/operator/routes/primary/{gateway}",
            "/self/{token}/unsubscribe/undo",
            "/sign-out");

    @Test
    void the_pages_show_the_forms_of_the_table() {
        var sent = forms().stream().map(each -> each.form().action()).collect(toSet());

        var missing = Form.all()
                .map(Form::path)
                .filter(path ->
                        sent.stream().noneMatch(action -> action.matches(path.replaceAll("\\{[^}]+}", "[^/]+"))));

        assertThat(missing).isSubsetOf(NOT_SHOWN);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_malformed_form_is_no_fault_of_the_server(Submission submission) {
        var failed = new ArrayList<String>();
        var refused = new ArrayList<String>();
        for (var body : Malformed.some(submission.form().action(), bodies(submission.form()))) {
            var status = submission.submit(body);
            if (status >= 500) {
                failed.add(shown(body) + " gets " + status);
            } else if (status >= 400) {
                refused.add(body);
            }
        }

        assertThat(failed).isEmpty();
        assertRefusedWithoutATrace(submission, Malformed.again(refused));
    }

    private static void assertRefusedWithoutATrace(Submission submission, List<String> refused) {
        var before = SCENE.rows();
        for (var body : refused) {
            assertThat(submission.submit(body)).as(shown(body)).isBetween(400, 499);
        }
        assertThat(SCENE.rows()).isEqualTo(before);
    }

    /** Of no form, and the form with one field after the other missing, doubled, wrong, or beside a foreign one. */
    private static List<String> bodies(Filled form) {
        var bodies = new ArrayList<>(Malformed.forms());
        if (DEAR.contains(form.action())) {
            return bodies;
        }
        var fields = form.fields();
        for (var name : fields.keySet()) {
            var rest = new HashMap<>(fields);
            rest.remove(name);
            var others = encoded(rest);
            bodies.add(others);
            bodies.add(encoded(fields) + "&" + encode(name, UTF_8) + "=again");
            Malformed.fields().forEach(value -> bodies.add(others + "&" + encode(name, UTF_8) + "=" + value));
        }
        bodies.add(encoded(fields) + "&formless=true");
        return bodies;
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey(), UTF_8) + "=" + encode(field.getValue(), UTF_8))
                .collect(joining("&"));
    }

    private static String shown(String body) {
        return body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
    }
}
