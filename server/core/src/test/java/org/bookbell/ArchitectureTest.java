package org.bookbell;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.batch.api.BatchProperty;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The house of the core: which feature may use which, and what none of them may touch. */
class ArchitectureTest extends HouseRules {

    private static final String ROOT = "org.bookbell.";

    /** Every arrow there is between features; a feature that is not listed does not exist. */
    private static final Map<String, Set<String>> FEATURES = Map.ofEntries(
            Map.entry("organization", Set.of()),
            Map.entry("access", Set.of("organization", "message")),
            Map.entry("client", Set.of("organization")),
            Map.entry("calendar", Set.of("organization")),
            Map.entry("credit", Set.of("organization")),
            Map.entry("message", Set.of("organization", "client")),
            Map.entry("booking", Set.of("calendar", "client", "message", "organization")),
            Map.entry("interview", Set.of("booking", "calendar", "client", "message", "organization")),
            Map.entry("plugin", Set.of("organization")),
            Map.entry("dispatch", Set.of("message", "client", "credit", "plugin", "access", "organization")),
            Map.entry(
                    "export",
                    Set.of("booking", "calendar", "client", "message", "credit", "plugin", "access", "organization")),
            Map.entry("status", Set.of("dispatch", "message", "access", "organization")));

    /** What every feature may use, and what knows no feature. */
    private static final Set<String> GROUND = Set.of("storage", "problem", "audit");

    private static final JavaClasses CORE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    ArchitectureTest() {
        super(CORE);
    }

    @Test
    void every_package_is_a_feature_of_the_table_or_ground() {
        var known = Stream.concat(FEATURES.keySet().stream(), GROUND.stream()).collect(toSet());

        var present = CORE.stream().map(ArchitectureTest::featureOf).collect(toSet());

        assertThat(known).containsAll(present);
    }

    @ParameterizedTest
    @MethodSource("features")
    void a_feature_uses_only_the_features_that_the_table_grants(String feature, Set<String> granted) {
        var allowed =
                Stream.of(Set.of(feature), granted, GROUND).flatMap(Set::stream).collect(toSet());

        check(noClasses().that(are(Set.of(feature))).should().dependOnClassesThat(areOfAnotherThan(allowed)));
    }

    @Test
    void ground_knows_no_feature() {
        check(noClasses().that(are(GROUND)).should().dependOnClassesThat(areOfAnotherThan(GROUND)));
    }

    @Test
    void there_are_no_cycles() {
        check(slices().matching(ROOT + "(*)..").should().beFreeOfCycles());
    }

    @Test
    void core_knows_neither_servlets_nor_rest_nor_a_server() {
        check(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "jakarta.ws.rs..",
                        "jakarta.faces..",
                        "fish.payara..",
                        "org.glassfish..",
                        "org.eclipse.persistence.."));
    }

    @Test
    void dependencies_come_through_the_constructor() {
        check(noFields()
                .that()
                .areNotAnnotatedWith(BatchProperty.class)
                .and()
                .areNotAnnotatedWith(ConfigProperty.class)
                .should()
                .beAnnotatedWith(Inject.class));
    }

    static Stream<Arguments> features() {
        return FEATURES.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    /** The first segment below the root; empty for a class outside the core, the SPI among them. */
    private static String featureOf(JavaClass type) {
        var name = type.getPackageName() + '.';
        if (!name.startsWith(ROOT) || name.startsWith(ROOT + "spi.")) {
            return "";
        }
        return name.substring(ROOT.length(), name.indexOf('.', ROOT.length()));
    }

    private static DescribedPredicate<JavaClass> are(Set<String> features) {
        return describe("are of " + features, type -> features.contains(featureOf(type)));
    }

    private static DescribedPredicate<JavaClass> areOfAnotherThan(Set<String> features) {
        return describe("are of another feature than " + features, type -> {
            var feature = featureOf(type);
            return !feature.isEmpty() && !features.contains(feature);
        });
    }
}
