package org.bookbell.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bookbell.status.Incident.Kind;
import org.bookbell.status.warning.Warning;
import org.junit.jupiter.api.Test;

/** What members read on every page while an incident concerns them; it is a Monday in Berlin, known since 17:05. */
class WarningWordsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-02");
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Test
    void reminders_that_did_not_arrive_are_counted_and_the_next_word_is_promised() {
        assertThat(words(Kind.FAIL_OVER, Map.of(TOMORROW, 12L), 3))
                .isEqualTo("12 reminders for tomorrow not sent; known since 17:05; next word by 17:35. A provider took"
                        + " messages and did not bring them. 3 clients are on the call list. They are sent again by"
                        + " another one where there is time.");
    }

    @Test
    void while_nothing_is_sent_it_says_so() {
        assertThat(words(Kind.SENDING, Map.of(TODAY, 1L, TOMORROW, 12L), 1))
                .isEqualTo("1 reminder for today and 12 for tomorrow not sent; known since 17:05; next word by 17:35."
                        + " Messages are not sent at the moment. 1 client is on the call list. They are sent as soon as"
                        + " that is possible, while they are of use.");
    }

    @Test
    void while_no_email_can_be_sent_the_call_list_stands_in_for_it() {
        assertThat(words(Kind.EMAIL, Map.of(), 0))
                .isEqualTo("E-mail cannot be sent at the moment; known since 17:05; next word by 17:35. Nobody is told"
                        + " by e-mail whom to call: look at the call list here.");
    }

    @Test
    void days_that_are_further_off_are_named_and_the_last_ones_are_summed() {
        var days = Map.of(TODAY, 3L, TOMORROW, 12L, TODAY.plusDays(2), 20L, TODAY.plusDays(3), 20L);

        assertThat(words(Kind.SENDING, days, 0))
                .startsWith("3 reminders for today, 12 for tomorrow and 40 for later days not sent;");
        assertThat(words(Kind.SENDING, Map.of(TODAY.plusDays(2), 2L), 0))
                .startsWith("2 reminders for Wed 4 Nov not sent;");
    }

    @Test
    void what_is_known_since_another_day_says_which() {
        var warning = new Warning(
                Kind.EMAIL,
                new TreeMap<>(),
                0,
                Instant.parse("2026-11-01T16:05:00Z"),
                Instant.parse("2026-11-02T16:35:00Z"),
                Instant.parse("2026-11-02T16:10:00Z"));

        assertThat(WarningWords.of(warning, BERLIN)).contains("known since Sun 1 Nov 17:05; next word by 17:35.");
    }

    @Test
    void every_page_shows_all_warnings_and_leads_to_the_call_list() {
        var notices = List.of(
                new Frame.Notice(words(Kind.SENDING, Map.of(TOMORROW, 12L), 0), "/o/practice/callList"),
                new Frame.Notice(words(Kind.EMAIL, Map.of(), 0), "/o/practice/callList"));
        var frame = new Frame(
                "Today",
                "/o/practice/today",
                Optional.of("Anna"),
                Optional.of("Practice"),
                Optional.empty(),
                List.of(),
                notices,
                "");
        Content content = output -> output.writeContent("the page");
        var page = new StringOutput();

        TemplateEngine.createPrecompiled(null, ContentType.Html, Frame.class.getClassLoader(), "org.bookbell.web")
                .render("page/layout.jte", Map.of("frame", frame, "content", content), page);

        assertThat(page.toString())
                .contains("role=\"alert\">12 reminders for tomorrow not sent; known since 17:05; next word by 17:35.")
                .contains("role=\"alert\">E-mail cannot be sent at the moment;")
                .contains("<a href=\"/o/practice/callList\">Call list</a>", "<a href=\"/status\">Status</a>");
    }

    private static String words(Kind kind, Map<LocalDate, Long> unsent, long toPhone) {
        SortedMap<LocalDate, Long> days = new TreeMap<>(unsent);
        var known = Instant.parse("2026-11-02T16:05:00Z");
        return WarningWords.of(
                new Warning(kind, days, toPhone, known, known.plusSeconds(1800), known.plusSeconds(300)), BERLIN);
    }
}
