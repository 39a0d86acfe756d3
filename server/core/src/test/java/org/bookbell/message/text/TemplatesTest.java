package org.bookbell.message.text;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.message.AppointmentFactsBuilder.EVA;
import static org.bookbell.message.AppointmentFactsBuilder.anAppointment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.client.Clients;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageKind;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.PlanningFixture;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final Actor OWNER = Actor.member(7);
    private static final TextKey SMS = new TextKey(MessageKind.REMINDER, Audience.CLIENT, Channel.SMS);
    private static final TextKey MAIL = new TextKey(MessageKind.REMINDER, Audience.CLIENT, Channel.EMAIL);

    private static final Optional<Long> ANY = Optional.empty();

    private final TestDatabase database = TestDatabase.h2();
    private final PlanningFixture fixture = PlanningFixture.on(database);
    private final Renderer renderer = TextFixture.on(database);
    private final Templates templates = new Templates(
            database.entityManager(),
            new Organizations(database.entityManager()),
            new Clients(database.entityManager()),
            renderer,
            database.ids(),
            database.audit());
    private final long practice = fixture.found("sonnenhof");
    private final MessageFacts reminder = MessageFacts.of(anAppointment().facts(), EVA);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_house_speaks_until_the_organization_does() {
        assertThat(renderer.render(new Letter(practice, SMS, reminder), false).text())
                .startsWith("Termin Di. 10.11. 14:00");

        in(() -> templates.change(OWNER, practice, SMS, text("Bis {{weekday}}, {{recipient}}!"), ANY));

        assertThat(renderer.render(new Letter(practice, SMS, reminder), false).text())
                .isEqualTo("Bis Di., Eva Lindner!");
    }

    @Test
    void the_sender_is_the_organization() {
        var sender = renderer.render(new Letter(practice, SMS, reminder), false).sender();

        assertThat(sender.name()).isEqualTo("Praxis Sonnenhof");
    }

    @Test
    void only_an_email_to_a_client_can_be_ended_by_its_reader() {
        var toClient = renderer.render(new Letter(practice, MAIL, reminder), false);
        var toStaff = renderer.render(
                new Letter(practice, new TextKey(MessageKind.REMINDER, Audience.STAFF, Channel.EMAIL), reminder),
                false);

        assertThat(toClient.unsubscribe())
                .hasValueSatisfying(address -> assertThat(address.getPath()).matches("/self/[^/]+/unsubscribe"));
        assertThat(toStaff.unsubscribe()).isEmpty();
        assertThat(renderer.render(new Letter(practice, SMS, reminder), false).unsubscribe())
                .isEmpty();
    }

    @Test
    void an_own_text_serves_all_countries_of_its_language_and_no_other_language() {
        in(() -> templates.change(OWNER, practice, SMS, text("Bis bald!"), ANY));

        assertThat(in(() -> templates.get(practice, SMS, Locale.forLanguageTag("de-AT")))
                        .isOwn())
                .isTrue();
        assertThat(in(() -> templates.get(practice, SMS, Locale.FRANCE)).isOwn())
                .isFalse();
    }

    @Test
    void who_reads_another_language_gets_the_organizations_own() {
        assertThat(in(() -> templates.get(practice, SMS, Locale.ITALY)).locale())
                .isEqualTo(Locale.GERMAN);
    }

    @Test
    void a_text_that_is_reset_is_the_house_s_again() {
        in(() -> templates.change(OWNER, practice, SMS, text("Bis bald!"), ANY));

        in(() -> {
            templates.reset(OWNER, practice, SMS, Locale.GERMAN);
            return true;
        });

        assertThat(in(() -> templates.get(practice, SMS, Locale.GERMAN)).isOwn())
                .isFalse();
        assertThat(in(() -> templates.list(practice)))
                .noneMatch(entry -> entry.text().isOwn());
    }

    @Test
    void all_texts_in_use_are_listed_once_for_each_language() {
        in(() -> templates.change(OWNER, practice, SMS, text("Bis bald!"), ANY));
        in(() ->
                templates.change(OWNER, practice, SMS, new TemplateText(Locale.ITALIAN, null, "A presto!", true), ANY));

        var listed = in(() -> templates.list(practice));

        assertThat(listed).hasSize(22 * 3 + 1);
        assertThat(listed)
                .filteredOn(entry -> entry.key().equals(SMS))
                .extracting(entry -> entry.text().locale().toLanguageTag() + " "
                        + entry.text().isOwn())
                .containsExactly("de true", "en false", "fr false", "it true");
    }

    @Test
    void a_change_of_a_text_that_somebody_else_changed_is_refused() {
        in(() -> templates.change(OWNER, practice, SMS, text("Bis bald!"), Optional.of(0L)));
        long seen = in(() -> templates.version(practice, SMS, Locale.GERMAN));
        in(() -> templates.change(OWNER, practice, SMS, text("Bis dann!"), Optional.of(seen)));

        assertStale(() -> in(() -> templates.change(OWNER, practice, SMS, text("Ciao!"), Optional.of(0L))));
        assertStale(() -> in(() -> templates.change(OWNER, practice, SMS, text("Ciao!"), Optional.of(seen))));

        assertThat(in(() -> templates.get(practice, SMS, Locale.GERMAN)).body()).isEqualTo("Bis dann!");
    }

    @Test
    void of_two_who_write_the_first_text_at_once_one_is_refused() throws Exception {
        var gate = new CyclicBarrier(2);
        Callable<String> writing = () -> {
            gate.await(1, MINUTES);
            try {
                in(() -> templates.change(OWNER, practice, SMS, text("Bis bald!"), Optional.of(0L)));
                return "written";
            } catch (ProblemException refused) {
                return refused.type().slug();
            }
        };
        var threads = Executors.newFixedThreadPool(2);

        var answers = threads.invokeAll(List.of(writing, writing), 1, MINUTES);

        threads.shutdown();
        assertThat(answers).map(Future::get).containsExactlyInAnyOrder("written", "stale-version");
    }

    @Test
    void every_text_has_a_name_by_which_it_is_found() {
        assertThat(TextKey.all())
                .hasSize(22)
                .allSatisfy(key -> assertThat(TextKey.parse(key.name())).contains(key));
        assertThat(SMS.name()).isEqualTo("reminder.client.sms");
        assertThat(TextKey.parse("canary.client.sms")).isEmpty();
    }

    @Test
    void an_unknown_variable_is_refused_and_the_known_ones_are_named() {
        assertThat(faultsOf(SMS, text("Hallo {{recipent}}")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("recipent", "recipient", "selfLink"));
    }

    @Test
    void every_fault_is_told_at_once() {
        var wrong = new TemplateText(Locale.GERMAN, null, "{{#note}}{{>other}}", true);

        assertThat(faultsOf(MAIL, wrong)).extracting(Fault::pointer).containsExactly("/subject", "/body");
        assertThat(faultsOf(SMS, new TemplateText(Locale.ROOT, "Hi", " ", true)))
                .extracting(Fault::pointer)
                .containsExactly("/locale", "/subject", "/body");
    }

    @Test
    void a_text_never_asks_for_a_word_of_the_carriers() {
        assertThat(faultsOf(SMS, text("Antworten Sie STOP")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("carriers"));
        assertThat(faultsOf(SMS, text("Die Haltestelle heisst Stopp"))).isEmpty();
    }

    @Test
    void names_are_not_escaped_and_cannot_be_templates_themselves() {
        var tricky = MessageFacts.of(
                anAppointment().withNote("x").facts(),
                new Recipient(
                        Audience.CLIENT,
                        1,
                        "Eva & {{selfLink}}\r\nBcc: all",
                        Locale.GERMANY,
                        EVA.zone(),
                        EVA.email(),
                        null));
        in(() -> templates.change(
                OWNER,
                practice,
                MAIL,
                new TemplateText(Locale.GERMAN, "An {{recipient}}", "{{recipient}}", true),
                ANY));

        var mail = renderer.render(new Letter(practice, MAIL, tricky), false);

        assertThat(mail.subject()).contains("An Eva & {{selfLink}} Bcc: all");
    }

    @Test
    void a_preview_takes_the_longest_name_and_counts_segments() {
        fixture.addClient(practice, 1);

        var preview = in(() -> templates.preview(
                practice, SMS, text("Lieber {{recipient}}, bis {{weekday}} um {{time}} – “{{service}}” ☺")));

        assertThat(preview.text()).isEqualTo("Lieber Eva Lindner, bis Mi. um 14:00 - \"Massage\" ☺");
        assertThat(preview.sms().orElseThrow().segments()).isEqualTo(1);
        assertThat(preview.sms().orElseThrow().firstBeyondGsm7()).contains("☺");
    }

    @Test
    void a_long_value_does_not_flood_a_text_message() {
        var chatty = MessageFacts.of(anAppointment().withNote("la ".repeat(300)).facts(), EVA);
        in(() -> templates.change(OWNER, practice, SMS, text("{{note}}"), ANY));

        assertThat(renderer.render(new Letter(practice, SMS, chatty), false).text())
                .hasSizeLessThanOrEqualTo(60)
                .endsWith("...");
    }

    @Test
    void a_reply_is_offered_only_where_it_is_received() {
        assertThat(renderer.render(new Letter(practice, SMS, reminder), true).text())
                .contains("C bestätigt");
        assertThat(renderer.render(new Letter(practice, SMS, reminder), false).text())
                .contains("keine Antworten")
                .doesNotContain("bestätigt");
    }

    private List<Fault> faultsOf(TextKey key, TemplateText text) {
        try {
            in(() -> templates.preview(practice, key, text));
            return List.of();
        } catch (ProblemException refused) {
            return refused.faults();
        }
    }

    private static void assertStale(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.STALE_VERSION));
    }

    private static TemplateText text(String body) {
        return new TemplateText(Locale.GERMAN, null, body, true);
    }

    private <T> T in(Callable<T> work) {
        return database.inTransaction(work);
    }
}
