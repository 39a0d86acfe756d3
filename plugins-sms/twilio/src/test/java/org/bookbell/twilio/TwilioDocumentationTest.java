package org.bookbell.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bookbell.spi.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/providers/twilio.md to what the provider does. */
class TwilioDocumentationTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "providers", "twilio.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d{5}[^|]*) \\| `([A-Z_]+)`[^|]*\\|$");
    private static final Pattern CODE = Pattern.compile("\\d{5}");

    @Test
    void every_setting_is_explained() throws IOException {
        var page = Files.readString(PAGE);

        assertThat(new TwilioProvider().settings())
                .extracting(Setting::name)
                .allMatch(name -> page.contains("`" + name + "`"));
    }

    static Stream<Arguments> codes() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .flatMap(row ->
                        CODE.matcher(row.group(1)).results().map(code -> Arguments.of(code.group(), row.group(2))));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void a_code_means_what_the_page_says(String code, String reason) {
        assertThat(ErrorCodes.reason(code)).map(Enum::name).contains(reason);
    }

    @Test
    void the_page_knows_as_many_codes_as_the_provider() throws IOException {
        var known = Stream.iterate(10_000, code -> code < 100_000, code -> code + 1)
                .map(String::valueOf)
                .filter(code -> ErrorCodes.reason(code).isPresent());

        assertThat(codes().map(row -> row.get()[0])).containsExactlyInAnyOrderElementsOf(known.toList());
    }
}
