package org.bookbell.smpp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.spi.gateway.SmsText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompositionTest {

    private static final String LETTERS = "ab €[]{}~^|\\@é\n";
    private static final String FOREIGN = LETTERS + "жя明";

    static Stream<String> texts() {
        return Stream.of(
                "a",
                "a".repeat(160),
                "a".repeat(161),
                "a".repeat(1_600),
                "€".repeat(80),
                "€".repeat(81),
                "a" + "€".repeat(200),
                "ж".repeat(70),
                "ж".repeat(71),
                "😀".repeat(35),
                "a" + "😀".repeat(400),
                "unpaired \ud800 surrogate",
                random(1, LETTERS, 400),
                random(2, LETTERS, 1_600),
                random(3, FOREIGN, 300),
                random(4, FOREIGN, 1_000));
    }

    private static String random(int seed, String letters, int length) {
        return new Random(seed)
                .ints(length, 0, letters.length())
                .mapToObj(at -> letters.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void there_are_as_many_parts_as_networks_count(String text) {
        var parts = new Composition(DefaultAlphabet.GSM, Joining.UDH_8).compose(text);

        assertThat(parts).hasSize(SmsText.of(text).segments());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void parts_together_are_the_text_and_none_begins_within_a_character(String text) {
        for (var joining : Joining.values()) {
            for (var alphabet : DefaultAlphabet.values()) {
                var parts = new Composition(alphabet, joining).compose(text);

                var read = parts.stream().map(part -> read(part, alphabet)).toList();
                assertThat(String.join("", read)).isEqualTo(text);
                assertThat(read).noneMatch(piece -> read.size() > 1 && Character.isLowSurrogate(piece.charAt(0)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void no_part_is_longer_than_a_message_carries(String text) {
        for (var joining : new Joining[] {Joining.UDH_8, Joining.UDH_16, Joining.SAR}) {
            var parts = new Composition(DefaultAlphabet.GSM, joining).compose(text);

            assertThat(parts).allSatisfy(part -> {
                var header = part.shortMessage().length - content(part).length;
                var septets = 160 - (header == 0 ? 0 : (header * 8 + 6) / 7);
                assertThat(content(part).length).isLessThanOrEqualTo(part.dataCoding() == 0 ? septets : 140 - header);
            });
        }
    }

    @Test
    void each_long_text_has_a_reference_of_its_own() {
        var composition = new Composition(DefaultAlphabet.GSM, Joining.UDH_16);

        var references = Stream.generate(() -> composition.compose("a".repeat(200)))
                .limit(1_000)
                .map(parts -> PartHeader.find(parts.get(0).shortMessage())
                        .orElseThrow()
                        .reference())
                .toList();

        assertThat(references).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(
            value = Joining.class,
            names = {"UDH_8", "UDH_16"})
    void a_header_can_be_read_back(Joining joining) {
        var parts = new Composition(DefaultAlphabet.GSM, joining).compose("a".repeat(400));

        assertThat(parts)
                .extracting(part ->
                        PartHeader.find(part.shortMessage()).orElseThrow().number())
                .containsExactly(1, 2, 3);
        assertThat(parts)
                .extracting(part ->
                        PartHeader.find(part.shortMessage()).orElseThrow().total())
                .containsOnly(3);
    }

    @Test
    void a_header_that_is_none_joins_nothing() {
        assertThat(PartHeader.find(new byte[0])).isEmpty();
        assertThat(PartHeader.find(new byte[] {5, 0, 3, 1, 2, 3})).isEmpty();
        assertThat(PartHeader.find(new byte[] {5, 0, 3, 1, 2, 0})).isEmpty();
        assertThat(PartHeader.find(new byte[] {100, 0, 30})).isEmpty();
        assertThat(PartHeader.find(new byte[] {6, 5, 4, 1, 1, 1, 1})).isEmpty();
    }

    @Test
    void what_latin_1_lacks_is_sent_as_ucs_2() {
        var composition = new Composition(DefaultAlphabet.LATIN_1, Joining.UDH_8);

        assertThat(composition.compose("für Zoé").get(0).shortMessage())
                .isEqualTo("für Zoé".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(composition.compose("10 €").get(0).dataCoding()).isEqualTo((byte) 8);
        // networks lack it, though the message center does not: it would be replaced on the way
        assertThat(composition.compose("Zoë").get(0).dataCoding()).isEqualTo((byte) 8);
    }

    private static String read(Part part, DefaultAlphabet alphabet) {
        return part.dataCoding() == 0 ? alphabet.decode(content(part)) : Ucs2.decode(content(part));
    }

    private static byte[] content(Part part) {
        if (part.esmClass() != 0) {
            return PartHeader.strip(part.shortMessage());
        }
        return part.parameters().stream()
                .filter(parameter -> parameter.tag == 0x0424)
                .findFirst()
                .map(parameter -> parameter.serialize())
                .map(tlv -> Arrays.copyOfRange(tlv, 4, tlv.length))
                .orElse(part.shortMessage());
    }
}
