package org.bookbell.dispatch.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Properties;
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
    @ValueSource(strings = {"de", "fr"})
    void every_text_is_there_in_every_language(String language) {
        assertThat(ReplyTexts.texts(language).stringPropertyNames())
                .isEqualTo(ReplyTexts.texts("en").stringPropertyNames());
    }

    @Test
    void what_is_sent_by_sms_stays_in_the_plain_alphabet() {
        assertThat(ReplyTexts.LANGUAGES)
                .map(ReplyTexts::texts)
                .flatExtracting((Properties texts) -> List.of(texts.getProperty("help"), texts.getProperty("link")))
                .allSatisfy(text -> assertThat(
                                SmsText.of(text.replaceAll("[{}]", "")).encoding())
                        .isEqualTo(SmsText.Encoding.GSM_7));
    }

    @Test
    void no_answer_but_the_one_to_help_asks_for_a_carriers_word() {
        assertThat(ReplyTexts.LANGUAGES)
                .map(ReplyTexts::texts)
                .extracting(texts -> texts.getProperty("link"))
                .noneMatch(text -> text.matches(".*\\b(STOP|CANCEL|END|YES)\\b.*"));
    }
}
