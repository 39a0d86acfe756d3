package org.bookbell.dispatch.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bookbell.message.text.Words;
import org.bookbell.spi.gateway.SmsText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {

    @ParameterizedTest
    @CsvSource({
        "STOP, en, STOP",
        "' stop. ', en, STOP",
        "S T O P, en, STOP",
        "Stop all, en, STOP",
        "'\"Stop\"', en, STOP",
        "ＳＴＯＰ, en, STOP",
        "Unsubscribe!!, de, STOP",
        "quit, fr, STOP",
        "End, en, STOP",
        "cancel, en, STOP",
        "Arrêt, fr, STOP",
        "ARRET, fr, STOP",
        "Stopp, de, STOP",
        "Stopp, sv, STOP",
        "baja, es, STOP",
        "Alto, es, STOP",
        "Alto, en, WORDS",
        "start, en, START",
        "Unstop, en, START",
        "help, en, HELP",
        "Hilfe?, de, HELP",
        "Aide, fr, HELP",
        "Hjælp, da, HELP",
        "hjælp, da, HELP",
        "Hjelp, nb, HELP",
        "hjelp!, no, HELP",
        "Hulp, nl, HELP",
        "Hjälp, sv, HELP",
        "HJALP, sv, HELP",
        "ajuda, pt, HELP",
        "Ayuda, es, HELP",
        "aiuto, it, HELP",
        "C, en, CONFIRM",
        "'c 👍', de, CONFIRM",
        "(R), fr, CHANGE",
        "r, en, CHANGE",
        "Yes, en, WORDS",
        "Please don't stop by today, en, WORDS",
        "I cannot come, en, WORDS",
        "'', en, WORDS",
        "👍, en, WORDS"
    })
    void a_word_counts_where_it_is_the_whole_reply(String text, Locale language, Meaning meaning) {
        assertThat(Keywords.meaningOf(text, List.of(language))).isEqualTo(meaning);
    }

    @Test
    void a_reply_that_nobody_knows_is_read_in_every_language() {
        assertThat(Keywords.meaningOf("Baja")).isEqualTo(Meaning.STOP);
        assertThat(Keywords.meaningOf("Guten Tag")).isEqualTo(Meaning.WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "de", "es", "fr", "it", "nb", "nl", "pt", "sv"})
    void every_text_is_there_in_every_language(String language) {
        assertThat(texts(language).names()).isEqualTo(texts("en").names());
    }

    @Test
    void what_is_sent_by_sms_stays_in_the_plain_alphabet() {
        assertThat(ReplyTexts.LANGUAGES)
                .map(KeywordsTest::texts)
                .flatExtracting((Words texts) -> List.of(texts.get("help"), texts.get("link")))
                .allSatisfy(text -> assertThat(
                                SmsText.of(text.replaceAll("[{}]", "")).encoding())
                        .isEqualTo(SmsText.Encoding.GSM_7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "de", "en", "es", "fr", "it", "nb", "nl", "no", "pt", "sv"})
    void an_answer_is_one_sms_with_an_organizations_name_and_phone(Locale language) {
        var phone = Map.of("phone", "+49 30 1234567.");

        var text = "A practice with a name: " + ReplyTexts.in(language).fill("help", phone);

        assertThat(SmsText.of(text).segments()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "nn"})
    void norwegians_are_answered_in_bokmal(Locale language) {
        assertThat(ReplyTexts.in(language).get("help")).contains("timene dine");
    }

    @Test
    void no_answer_but_the_one_to_help_asks_for_a_carriers_word() {
        assertThat(ReplyTexts.LANGUAGES)
                .map(KeywordsTest::texts)
                .extracting(texts -> texts.get("link"))
                .noneMatch(text -> text.matches(".*\\b(STOP|CANCEL|END|YES)\\b.*"));
    }

    private static Words texts(String language) {
        return ReplyTexts.in(Locale.forLanguageTag(language));
    }
}
