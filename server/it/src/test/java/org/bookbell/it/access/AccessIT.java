package org.bookbell.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing crosses organizations, and nobody does what their role may not; whoever is refused changes nothing. */
class AccessIT {

    /** 415: whoever is let in is told that the route takes no JSON. */
    private static final Set<Integer> LET_IN = Set.of(200, 204, 400, 415, 422);

    private static final Pattern OF_ONE_CALENDAR = Pattern.compile(".*/(hours|choices|calendars.*)");
    private static final Pattern PATH_OR_METHOD = Pattern.compile("  (/api\\S+):|    (get|post|put|patch|delete):");

    private static final TwoFirms FIRMS = TwoFirms.get();
    private static final Firm OWN = FIRMS.own();
    private static final Firm FOREIGN = FIRMS.foreign();
    private static final Rows ROWS = FIRMS.rows();

    static Stream<Route> routes() {
        return Routes.all();
    }

    @Test
    void every_route_of_the_interface_has_one_row_in_the_table() {
        var described = described();

        assertThat(described)
                .allSatisfy(route -> assertThat(routes().filter(row -> matches(route, row)))
                        .as(route)
                        .hasSize(1));
        assertThat(routes()).hasSameSizeAs(described);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_route_lets_in_only_whom_the_table_names_and_nobody_from_another_organization(Route route) {
        var before = ROWS.read();
        var wrong = new ArrayList<String>();

        for (var person : Person.values()) {
            expect(wrong, person, call(route, person, OWN, FOREIGN), expectedAtHome(route, person));
            if (route.isOfAnOrganization()) {
                expect(wrong, person, call(route, person, FOREIGN, FOREIGN), expectedAbroad(route, person));
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(ROWS.read()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void what_the_table_allows_is_shown_to_those_to_whom_it_belongs(Route route) {
        for (var person : Person.values()) {
            if (route.method().equals("GET") && route.isOfAnOrganization() && person.has(route.right())) {
                var answer = call(route, person, OWN, OWN);
                assertThat(LET_IN).as(answer.toString()).contains(answer.status());
            }
        }
    }

    /** The caller's own organization in the path; a thing is always another organization's. */
    private static Set<Integer> expectedAtHome(Route route, Person person) {
        if (!person.isSignedIn()) {
            return route.right() == Right.NOTHING ? LET_IN : Set.of(401);
        }
        if (route.right() == Right.OPERATE) {
            return Set.of(404);
        }
        if (!person.has(route.right()) || isAnothersCalendar(route, person)) {
            return Set.of(403);
        }
        return route.thing().isPresent() ? Set.of(404) : LET_IN;
    }

    private static Set<Integer> expectedAbroad(Route route, Person person) {
        if (route.right() == Right.NOTHING) {
            return LET_IN;
        }
        return person.isSignedIn() ? Set.of(404) : Set.of(401);
    }

    /** Staff are told that a calendar is not theirs before anybody looks for it. */
    private static boolean isAnothersCalendar(Route route, Person person) {
        return person == Person.STAFF
                && OF_ONE_CALENDAR.matcher(route.name()).matches()
                && route.right() == Right.OWN_CALENDAR;
    }

    private static void expect(List<String> wrong, Person person, Answer answer, Set<Integer> expected) {
        if (!expected.contains(answer.status())) {
            wrong.add(person + " should get " + expected + " but: " + answer);
        }
    }

    private static Answer call(Route route, Person person, Firm place, Firm owner) {
        Api api = OWN.as(person);
        var path = route.path()
                .replace("{org}", place.shop().slug())
                .replace("{id}", route.thing().map(owner::thing).orElse(""));
        return route.body()
                .map(body -> api.send(route.method(), path, body))
                .orElseGet(() -> api.send(route.method(), path));
    }

    private static List<String> described() {
        var operations = new ArrayList<String>();
        var path = "";
        for (var line : FIRMS.server().api().get("/openapi").body().lines().toList()) {
            var match = PATH_OR_METHOD.matcher(line);
            if (match.matches() && match.group(1) != null) {
                path = match.group(1);
            } else if (match.matches()) {
                operations.add(match.group(2).toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        return operations;
    }

    private static boolean matches(String described, Route row) {
        var pattern = described.replaceAll("\\{[^}]+}", "[^/]+");
        return row.name().replaceAll("\\?.*", "").matches(pattern);
    }
}
