package org.bookbell;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.json.Json;
import java.time.Clock;
import java.util.Date;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What holds of every class of the server, whichever module it stands in; a module's own test adds its arrows. */
public abstract class HouseRules {

    private static final String BANNED_NAME = "(?i:.*(util|utils|common|helper|manager|impl))|.*Base|base";

    private final JavaClasses house;

    /** Rules for the classes of a module. */
    protected HouseRules(JavaClasses house) {
        this.house = house;
    }

    @Test
    void time_comes_from_an_injected_clock() {
        check(noClasses()
                .should()
                .callCodeUnitWhere(
                        describe("it reads the time past the injected clock", HouseRules::readsTheTimeByItself)));
    }

    @Test
    void nothing_is_printed() {
        check(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace"));
    }

    /** Each of its methods searches the class path for the provider anew: that was half of a request's time. */
    @Test
    void json_comes_from_a_provider_that_is_kept() {
        check(noClasses().should().dependOnClassesThat().belongToAnyOf(Json.class));
    }

    @Test
    void nothing_static_changes() {
        check(fields().that()
                .haveModifier(STATIC)
                .and()
                .doNotHaveModifier(SYNTHETIC)
                .should()
                .haveModifier(FINAL));
    }

    @Test
    void names_say_what_a_thing_is() {
        assertThat(house.stream().map(JavaClass::getSimpleName)).noneMatch(name -> name.matches(BANNED_NAME));
        assertThat(packages().map(JavaPackage::getRelativeName)).noneMatch(name -> name.matches(BANNED_NAME));
    }

    @Test
    void every_package_says_what_it_is_and_is_null_marked() {
        var silent = packages().filter(p -> !p.isAnnotatedWith(NullMarked.class));

        assertThat(silent.map(JavaPackage::getName))
                .as("packages without a package-info that is @NullMarked")
                .isEmpty();
    }

    /** Holds these classes to a rule, which may concern none of them. */
    protected final void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(house);
    }

    private Stream<JavaPackage> packages() {
        return house.stream()
                .map(JavaClass::getPackage)
                .filter(p -> p.getName().startsWith("org.bookbell"))
                .distinct();
    }

    private static boolean readsTheTimeByItself(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        return switch (call.getName()) {
            case "now" ->
                owner.getPackageName().startsWith("java.time")
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(p -> p.isEquivalentTo(Clock.class));
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "<init>" ->
                owner.isEquivalentTo(Date.class)
                        && call.getTarget().getRawParameterTypes().isEmpty();
            default -> owner.isEquivalentTo(Clock.class) && call.getName().startsWith("system") && !mayMakeClocks(call);
        };
    }

    /** The storage makes the server's clock, everybody else is given it. */
    private static boolean mayMakeClocks(JavaCall<?> call) {
        return call.getOriginOwner().getPackageName().equals("org.bookbell.storage");
    }
}
