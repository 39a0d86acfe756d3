package org.bookbell.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table {@code routes.txt} says who may call what; a route that is not in it fails the build. */
class RoutesTest {

    @Test
    void every_route_has_its_row_in_the_table() throws IOException {
        var routes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.bookbell.web").stream()
                        .map(JavaClass::reflect)
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(RoutesTest::rows)
                        // a page and its JSON share a row, and so their rule
                        .distinct()
                        .sorted();

        assertThat(routes).containsExactlyElementsOf(table().toList());
    }

    private static Stream<String> rows(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .map(method -> row(resource, method))
                .filter(Objects::nonNull);
    }

    private static String row(Class<?> resource, Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(verb -> path(resource, method) + " " + verb.value() + " " + rule(method))
                .findFirst()
                .orElse(null);
    }

    private static String path(Class<?> resource, Method method) {
        var below = method.getAnnotation(Path.class);
        var whole = resource.getAnnotation(Path.class).value() + "/" + (below == null ? "" : below.value());
        return ("/" + whole).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }

    private static String rule(Method method) {
        return Stream.of(Requires.class, ForOperator.class, SignedIn.class, ForProviders.class, Everybody.class)
                .filter(method::isAnnotationPresent)
                .map(rule -> rule == Requires.class
                        ? method.getAnnotation(Requires.class).value().name()
                        : rule.getSimpleName())
                .reduce((one, other) -> one + " and " + other)
                .orElse("nobody");
    }

    static Stream<String> table() throws IOException {
        try (var in = Objects.requireNonNull(RoutesTest.class.getResourceAsStream("routes.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.replaceAll(" +", " "))
                    .sorted();
        }
    }
}
