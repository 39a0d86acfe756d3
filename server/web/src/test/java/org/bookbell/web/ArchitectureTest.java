package org.bookbell.web;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bookbell.HouseRules;
import org.bookbell.storage.transaction.UseCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The front of the house: which package of it may use which, and what none of them may touch. */
class ArchitectureTest extends HouseRules {

    private static final String ROOT = "org.bookbell.web";

    /** How a request is read and answered; every arrow there is. */
    private static final Map<String, Set<String>> GROUND = Map.of(
            "call", Set.of(),
            "input", Set.of(),
            "access", Set.of("call", "input"),
            "answer", Set.of("access", "call"),
            "page", Set.of("access", "call", "input"),
            "problem", Set.of("access", "call", "page"));

    /** What is told and asked, and what it may use besides the ground. */
    private static final Map<String, Set<String>> FEATURES = Map.ofEntries(
            Map.entry("agenda", Set.of()),
            Map.entry("archive", Set.of()),
            Map.entry("booking", Set.of("client", "message", "visitor")),
            Map.entry("busy", Set.of()),
            Map.entry("calendar", Set.of()),
            Map.entry("canary", Set.of()),
            Map.entry("choice", Set.of()),
            Map.entry("client", Set.of()),
            Map.entry("console", Set.of("organization")),
            Map.entry("credit", Set.of()),
            Map.entry("demo", Set.of()),
            Map.entry("desk", Set.of("booking", "client")),
            Map.entry("docs", Set.of()),
            Map.entry("evidence", Set.of()),
            Map.entry("export", Set.of()),
            Map.entry("feed", Set.of()),
            Map.entry("forecast", Set.of("message")),
            Map.entry("gateway", Set.of()),
            Map.entry("guard", Set.of()),
            Map.entry("health", Set.of()),
            Map.entry("hook", Set.of()),
            Map.entry("housekeeping", Set.of()),
            Map.entry("member", Set.of()),
            Map.entry("metrics", Set.of()),
            Map.entry("message", Set.of()),
            Map.entry("operator", Set.of("gateway")),
            Map.entry("organization", Set.of()),
            Map.entry("route", Set.of()),
            Map.entry("self", Set.of("booking", "choice")),
            Map.entry("setup", Set.of("organization")),
            Map.entry("signin", Set.of()),
            Map.entry("status", Set.of()),
            Map.entry("text", Set.of()),
            Map.entry("visitor", Set.of()));

    /** Who knows that there is a database: health asks whether it lives, problems tell what its failures mean. */
    private static final Set<String> KNOW_A_DATABASE = Set.of("health", "problem");

    private static final JavaClasses WEB =
            new ClassFileImporter().importPath(java.nio.file.Path.of("target", "classes"));

    ArchitectureTest() {
        super(WEB);
    }

    @Test
    void every_package_is_in_the_table() {
        var known = Stream.of(Set.of(""), GROUND.keySet(), FEATURES.keySet()).flatMap(Set::stream);

        assertThat(WEB.stream().map(ArchitectureTest::packageOf).collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(known.collect(toSet()));
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void a_package_uses_only_what_the_table_grants(String name, Set<String> granted) {
        var allowed = Stream.of(Set.of("", name), granted).flatMap(Set::stream).collect(toSet());

        check(noClasses().that(are(Set.of(name))).should().dependOnClassesThat(areOfAnotherThan(allowed)));
    }

    @Test
    void there_are_no_cycles() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void tables_belong_to_the_core() {
        check(noClasses()
                .that(are(FEATURES.keySet())
                        .or(are(GROUND.keySet()))
                        .and(describe("know no database", type -> !KNOW_A_DATABASE.contains(packageOf(type)))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "org.flywaydb.."));
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.bookbell\\.storage\\.(Sql|Row|JobsDatabase|Dialect|Conflicts)"));
    }

    @Test
    void routes_begin_no_transactions() {
        check(classes().that().areAnnotatedWith(Path.class).should().notBeAnnotatedWith(UseCase.class));
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage("jakarta.transaction.."));
    }

    @Test
    void routes_are_answered_by_endpoints() {
        check(classes().that().areAnnotatedWith(Path.class).should().beAnnotatedWith(Endpoint.class));
    }

    @Test
    void no_session_is_kept_in_memory() {
        check(noClasses().should().dependOnClassesThat().haveFullyQualifiedName("jakarta.servlet.http.HttpSession"));
    }

    static Stream<Arguments> arrows() {
        var ground = GROUND.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
        var features = FEATURES.entrySet().stream()
                .map(each -> Arguments.of(
                        each.getKey(),
                        Stream.of(each.getValue(), GROUND.keySet())
                                .flatMap(Set::stream)
                                .collect(toSet())));
        return Stream.concat(ground, features);
    }

    /** The first segment below the root; empty for the root itself and for classes of others. */
    private static String packageOf(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).replaceAll("\\..*", "") : "";
    }

    private static DescribedPredicate<JavaClass> are(Set<String> names) {
        return describe("are of " + names, type -> names.contains(packageOf(type)));
    }

    private static DescribedPredicate<JavaClass> areOfAnotherThan(Set<String> names) {
        return describe("are of another package than " + names, type -> !names.contains(packageOf(type)));
    }
}
