package org.bookbell.message.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.message.AppointmentFactsBuilder.ANNA;
import static org.bookbell.message.AppointmentFactsBuilder.EVA;
import static org.bookbell.message.AppointmentFactsBuilder.TOKEN;
import static org.bookbell.message.AppointmentFactsBuilder.anAppointment;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageFacts.Words;
import org.bookbell.message.MessageKind;
import org.bookbell.message.Recipient;
import org.bookbell.problem.Faults;
import org.bookbell.spi.gateway.SmsText;
import org.bookbell.spi.gateway.SmsText.Encoding;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(PER_CLASS)
class BuiltInTextsTest {

    /** A Wednesday in the longest month of all languages. */
    private static final Instant START = Instant.parse("2026-09-30T12:45:00Z");

    private static final String LONGEST_LINK = "https://book.example.org/self/" + TOKEN;

    private final TestDatabase database = TestDatabase.h2();
    private final Renderer renderer = TextFixture.on(database);

    @AfterAll
    void close() {
        database.close();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void every_text_exists_in_every_language_and_uses_known_variables(TextKey key, Locale language) {
        var faults = new Faults();

        TemplateSyntax.check(key, BuiltInTexts.find(key, language).orElseThrow(), faults);

        assertThat(faults.list()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("textMessages")
    void a_text_message_is_one_segment_with_usual_names(TextKey key, Locale language) {
        for (var takesReplies : new boolean[] {false, true}) {
            var sms = SmsText.of(render(key, language, takesReplies).text());

            assertThat(sms.encoding()).as(language + " " + key).isEqualTo(Encoding.GSM_7);
            assertThat(sms.units()).as(language + " " + key).isBetween(40, 160);
        }
    }

    @ParameterizedTest
    @MethodSource("textsToClients")
    void a_client_is_told_what_matters(TextKey key, Locale language) {
        var text = render(key, language, false).text();

        assertThat(text).contains("Praxis Sonnenhof", "+493012345678", "Anna Berg", "14");
        assertThat(text.contains("/self/")).isEqualTo(key.kind() != MessageKind.CANCELLATION);
    }

    @Test
    void staff_are_told_who_comes_and_how_to_reach_them() {
        var key = new TextKey(MessageKind.CONFIRMATION, Audience.STAFF, Channel.EMAIL);

        var mail = render(key, Locale.UK, false);

        assertThat(mail.subject()).contains("New booking: Wednesday, 30 September 2026 at 14:45, Eva Lindner");
        assertThat(mail.text()).isEqualTo("""
                        Praxis Sonnenhof: new booking

                        Wednesday, 30 September 2026, 14:45 (60 min)
                        Massage

                        Eva Lindner
                        Telephone +493076543210
                        Mobile +4915112345678

                        Note: please ring twice
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US | Reminder Wed Sep 30 2:45 PM, 60 min, Anna Berg. Praxis Sonnenhof +493012345678 (no replies) ",
                "en-GB | Reminder Wed 30 Sep 14:45, 60 min, Anna Berg. Praxis Sonnenhof +493012345678 (no replies) ",
                "de-CH | Termin Mi. 30.9. 14:45, 60 min, Anna Berg. Praxis Sonnenhof +493012345678 (keine Antworten) ",
                "fr-FR | Rappel mer. 30/09 14h45, 60 min, Anna Berg. Praxis Sonnenhof +493012345678 (sans réponse) "
            })
    void a_reminder_reads_as_in_the_readers_country(String tag, String text) {
        var key = new TextKey(MessageKind.REMINDER, Audience.CLIENT, Channel.SMS);

        var sms = render(key, Locale.forLanguageTag(tag), false);

        // JDKs of different age abbreviate September in British English as Sep or Sept
        assertThat(sms.text().replace("Sept ", "Sep ")).isEqualTo(text.strip() + " " + LONGEST_LINK);
    }

    @Test
    void a_reader_in_another_zone_learns_whose_time_it_is() {
        var abroad = new Recipient(
                Audience.CLIENT, 1, "Eva", Locale.UK, ZoneId.of("Europe/London"), "eva@example.org", null);
        var facts = MessageFacts.of(anAppointment().at(START).facts(), abroad);

        var mail = write(new TextKey(MessageKind.REMINDER, Audience.CLIENT, Channel.EMAIL), Locale.UK, facts, false);

        assertThat(mail.text()).contains("14:45 (Europe/Berlin) (60 min)");
    }

    @Test
    void a_place_is_told_where_there_is_one() {
        var facts = MessageFacts.of(
                anAppointment().at(START, "Room 2, Main Street 5").facts(), EVA);

        var mail = write(new TextKey(MessageKind.REMINDER, Audience.CLIENT, Channel.EMAIL), Locale.UK, facts, false);

        assertThat(mail.text()).contains("Massage with Anna Berg\nRoom 2, Main Street 5\n\nTo confirm");
    }

    @Test
    void an_alert_says_its_own_words() {
        var facts = MessageFacts.of(new Words("Praxis Sonnenhof", "Test", "It works.\nReally."), EVA);

        var mail = write(new TextKey(MessageKind.ALERT, Audience.CLIENT, Channel.EMAIL), Locale.GERMANY, facts, false);

        assertThat(mail.subject()).contains("Praxis Sonnenhof: Test");
        assertThat(mail.text()).isEqualTo("It works.\nReally.\n");
    }

    static Stream<Arguments> texts() {
        return texts(key -> true);
    }

    static Stream<Arguments> textMessages() {
        return texts(key -> key.channel() == Channel.SMS && key.kind() != MessageKind.ALERT);
    }

    static Stream<Arguments> textsToClients() {
        return texts(key -> key.audience() == Audience.CLIENT && key.kind() != MessageKind.ALERT);
    }

    private static Stream<Arguments> texts(Predicate<TextKey> filter) {
        return BuiltInTexts.languages().stream()
                .flatMap(language -> TextKey.all().filter(filter).map(key -> Arguments.of(key, language)));
    }

    private Rendered render(TextKey key, Locale language, boolean takesReplies) {
        var to = key.audience() == Audience.STAFF ? ANNA : EVA;
        var facts = MessageFacts.of(
                anAppointment().at(START).withNote("please ring twice").facts(), to);
        return write(key, language, facts, takesReplies);
    }

    private Rendered write(TextKey key, Locale language, MessageFacts facts, boolean takesReplies) {
        var text = TextChoice.of(language, Locale.ENGLISH).choose(other -> Optional.empty(), key);
        var to = new MessageFacts.Addressee(
                facts.to().name(), language, facts.to().zone());
        var sender = new Rendered.Sender("Praxis Sonnenhof", Optional.empty(), Optional.empty());
        return renderer.write(
                key, text, new MessageFacts(to, facts.appointment(), facts.words()), takesReplies, sender);
    }
}
