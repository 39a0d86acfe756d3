package org.bookbell.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void every_problem_has_a_page(ProblemType type) {
        var page = Path.of("../../docs/errors", type.slug() + ".md");

        assertThat(page).exists().content().startsWith("# " + type.title());
    }
}
