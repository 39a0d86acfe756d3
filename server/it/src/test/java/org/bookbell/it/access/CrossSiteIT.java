package org.bookbell.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.Api;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No page of another site changes anything with a member's cookie. */
class CrossSiteIT {

    private static final String TOKEN = "X-CSRF-Token";
    private static final String WRONG = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final TwoFirms FIRMS = TwoFirms.get();
    private static final Firm OWN = FIRMS.own();
    private static final Rows ROWS = FIRMS.rows();
    private static final Api OPERATOR = FIRMS.server().operator();
    private static final Api OWNER = OWN.as(Person.OWNER);
    private static final Api VISITOR = OWN.as(Person.NOBODY);

    static Stream<Form> forms() {
        return Form.all();
    }

    static Stream<Form> formsForEverybody() {
        return Form.all().filter(Form::isForEverybody);
    }

    static Stream<Route> routes() {
        return Routes.all().filter(route -> !route.method().equals("GET"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_with_a_members_cookie_is_refused_unless_it_comes_from_our_page_with_its_token(Form form) {
        var before = ROWS.read();
        var member = form.isForOperators() ? OPERATOR : OWNER;
        var path = path(form);

        var answers = new ArrayList<Answer>();
        answers.add(member.without(TOKEN).submit(path, "name=x"));
        answers.add(member.without(TOKEN).submit(path, "name=x&csrf=" + WRONG));
        answers.add(member.without(TOKEN).with(TOKEN, WRONG).submit(path, "name=x"));
        answers.addAll(fromElsewhere(member, path));

        assertRefused(answers);
        assertThat(ROWS.read()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("formsForEverybody")
    void a_form_of_another_site_is_refused_even_without_a_cookie(Form form) {
        var before = ROWS.read();

        assertRefused(fromElsewhere(VISITOR, path(form)));
        assertThat(ROWS.read()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void the_interface_takes_a_cookie_only_with_the_token(Route route) {
        var before = ROWS.read();
        var member = route.right() == Right.OPERATE ? OPERATOR : OWNER;
        var path = route.path()
                .replace("{org}", OWN.shop().slug())
                .replace("{id}", route.thing().map(OWN::thing).orElse(""));

        var answers = Stream.of(member.without(TOKEN), member.with("Origin", "https://evil.example"))
                .map(from -> send(from, route, path))
                .toList();

        assertRefused(answers);
        assertThat(ROWS.read()).isEqualTo(before);
    }

    /** What deletes has no body, with which the server would refuse it before anybody looked who sends it. */
    private static Answer send(Api from, Route route, String path) {
        return route.method().equals("DELETE")
                ? from.send(route.method(), path)
                : from.send(route.method(), path, route.body().orElse("{}"));
    }

    /** As browsers tell of a form on another site, on a neighbor's host, and in a document without an origin. */
    private static List<Answer> fromElsewhere(Api api, String path) {
        return Stream.of(
                        api.with("Origin", "https://evil.example"),
                        api.with("Origin", "null"),
                        api.with("Sec-Fetch-Site", "cross-site"),
                        api.with("Sec-Fetch-Site", "same-site"))
                .map(from -> from.submit(path, "name=x"))
                .toList();
    }

    private static void assertRefused(Collection<Answer> answers) {
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(403));
    }

    /** What else the path names need not be there: nobody looks for it before the form is refused. */
    private static String path(Form form) {
        return form.path().replace("{org}", OWN.shop().slug()).replaceAll("\\{[a-z]+}", "0000000000000");
    }
}
