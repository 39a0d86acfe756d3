package org.bookbell.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bookbell.spi.gateway.SmsText.Encoding;

class SmsTextPropertiesTest {

    @Property
    void the_parts_together_are_the_text(@ForAll("texts") String text) {
        var sms = SmsText.of(text);

        assertThat(String.join("", sms.parts())).isEqualTo(text);
        assertThat(sms.parts()).hasSize(sms.segments()).doesNotContain("");
    }

    @Property
    void no_part_is_longer_than_a_segment(@ForAll("texts") String text) {
        var sms = SmsText.of(text);
        var limit = sms.segments() == 1
                ? sms.encoding().unitsOfSingleSegment()
                : sms.encoding().unitsOfJoinedSegment();

        assertThat(sms.parts())
                .allSatisfy(part -> assertThat(unitsIn(sms.encoding(), part)).isLessThanOrEqualTo(limit));
    }

    @Property
    void a_part_is_only_closed_when_the_next_character_does_not_fit(@ForAll("texts") String text) {
        var sms = SmsText.of(text);

        for (var i = 0; i + 1 < sms.segments(); i++) {
            var next = Character.toString(sms.parts().get(i + 1).codePointAt(0));
            assertThat(unitsIn(sms.encoding(), sms.parts().get(i) + next))
                    .isGreaterThan(sms.encoding().unitsOfJoinedSegment());
        }
    }

    @Property
    void no_part_begins_with_half_a_character(@ForAll("texts") String text) {
        assertThat(SmsText.of(text).parts())
                .noneMatch(part -> Character.isLowSurrogate(part.charAt(0)))
                .noneMatch(part -> Character.isHighSurrogate(part.charAt(part.length() - 1)));
    }

    @Property
    void more_text_never_takes_fewer_segments(@ForAll("texts") String text, @ForAll("texts") String more) {
        assertThat(SmsText.of(text + more).segments())
                .isGreaterThanOrEqualTo(SmsText.of(text).segments());
    }

    @Provide
    Arbitrary<String> texts() {
        var gsm = Arbitraries.of("abc xyz€[]{}~^|\\\nÄöÑ@".split(""));
        var any = Arbitraries.of("a", "€", "ж", "中", "😀", "👩", "é", "ç");
        var gsmTexts = gsm.list().ofMaxSize(800).map(list -> String.join("", list));
        var anyTexts = any.list().ofMaxSize(400).map(list -> String.join("", list));
        return Arbitraries.oneOf(gsmTexts, anyTexts);
    }

    private static int unitsIn(Encoding encoding, String part) {
        return encoding == Encoding.UCS_2
                ? part.length()
                : part.codePoints()
                        .map(codePoint -> "^{}\\[~]|€".indexOf(codePoint) < 0 ? 1 : 2)
                        .sum();
    }
}
