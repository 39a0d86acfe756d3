package org.bookbell.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the API is written by hand, so that reading it costs the start nothing; it must be complete. */
class OpenApiTest {

    private static final Pattern LINE = Pattern.compile("  (/api\\S+):|    (get|post|put|patch|delete):");

    @Test
    void every_route_of_the_api_is_described_and_no_other() throws IOException {
        var routes = RoutesTest.table()
                .map(row -> row.split(" "))
                .filter(row -> row[0].startsWith("/api/"))
                .map(row -> row[0] + " " + row[1]);

        assertThat(described()).containsExactlyInAnyOrderElementsOf(routes.toList());
    }

    private static List<String> described() throws IOException {
        var operations = new ArrayList<String>();
        var path = "";
        for (var line : lines().toList()) {
            var match = LINE.matcher(line);
            if (match.matches() && match.group(1) != null) {
                path = match.group(1);
            } else if (match.matches()) {
                operations.add(path + " " + match.group(2).toUpperCase(Locale.ROOT));
            }
        }
        return operations;
    }

    private static Stream<String> lines() throws IOException {
        try (var in = Objects.requireNonNull(OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }
}
