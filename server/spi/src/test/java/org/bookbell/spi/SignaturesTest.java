package org.bookbell.spi;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What plugins compile against, line by line: a change of it shows as a change of {@code signatures.txt}. A line that goes or
 * becomes another breaks plugins that are installed somewhere; one that comes breaks those that would have to implement it.
 */
class SignaturesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/org/bookbell/spi/signatures.txt");
    private static final Path FOUND = Path.of("target/signatures.txt");

    private static final Set<String> OF_EVERY_TYPE = Set.of("equals", "hashCode", "toString", "values", "valueOf");

    @Test
    void plugins_compile_against_what_was_agreed() throws IOException, URISyntaxException {
        var found = types().flatMap(SignaturesTest::lines).collect(joining("\n", "", "\n"));
        Files.writeString(FOUND, found);

        assertThat(found)
                .as("where the change is wanted, copy server/spi/%s over server/spi/%s", FOUND, GOLDEN)
                .isEqualTo(Files.readString(GOLDEN));
    }

    private static Stream<Class<?>> types() throws IOException, URISyntaxException {
        var classes = Path.of(Provider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Path> files;
        try (var walked = Files.walk(classes)) {
            files = walked.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .toList();
        }
        return files.stream()
                .map(file -> classes.relativize(file)
                        .toString()
                        .replace(".class", "")
                        .replace('/', '.')
                        .replace('\\', '.'))
                .sorted()
                .<Class<?>>map(SignaturesTest::load)
                .filter(SignaturesTest::isOpen);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Provider.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOpen(Class<?> type) {
        var around = type.getEnclosingClass();
        return isOpen(type.getModifiers()) && !type.isAnonymousClass() && (around == null || isOpen(around));
    }

    private static boolean isOpen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static Stream<String> lines(Class<?> type) {
        var members = Stream.of(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(field -> isOpen(field.getModifiers()) && !field.isSynthetic())
                                .map(SignaturesTest::line),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(made -> isOpen(made.getModifiers()) && !made.isSynthetic())
                                .map(SignaturesTest::line),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> isOpen(method.getModifiers()) && !method.isSynthetic())
                                .filter(method -> !OF_EVERY_TYPE.contains(method.getName()))
                                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
                                .map(SignaturesTest::line))
                .flatMap(each -> each);
        return Stream.concat(Stream.of(header(type)), members.map(line -> "    " + line));
    }

    private static String header(Class<?> type) {
        var above = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()))
                .map(Type::getTypeName)
                .filter(name -> !name.equals("java.lang.Object"))
                .collect(joining(", "));
        return type.toGenericString() + (above.isEmpty() ? "" : " : " + above);
    }

    private static String line(Field field) {
        return words(field.getModifiers()) + named(field.getAnnotatedType()) + " " + field.getName();
    }

    private static String line(Constructor<?> made) {
        return words(made.getModifiers()) + "new" + given(made);
    }

    private static String line(Method method) {
        return (method.isDefault() ? "default " : "")
                + words(method.getModifiers())
                + named(method.getAnnotatedReturnType())
                + " "
                + method.getName()
                + given(method);
    }

    private static String words(int modifiers) {
        var words = Modifier.toString(
                modifiers & (Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT | Modifier.PROTECTED));
        return words.isEmpty() ? "" : words + " ";
    }

    private static String given(Executable called) {
        var given = called.getAnnotatedParameterTypes();
        var parameters =
                IntStream.range(0, given.length).mapToObj(i -> named(given[i])).collect(joining(", ", "(", ")"));
        var thrown = Arrays.stream(called.getGenericExceptionTypes())
                .map(Type::getTypeName)
                .collect(joining(", "));
        return parameters + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static String named(AnnotatedType type) {
        var isNullable = Arrays.stream(type.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
        return type.getType().getTypeName() + (isNullable ? "?" : "");
    }
}
