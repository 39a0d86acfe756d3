package org.bookbell.message.planning.owed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.client.Channel.EMAIL;
import static org.bookbell.client.Channel.SMS;
import static org.bookbell.message.AppointmentFactsBuilder.BERLIN;
import static org.bookbell.message.MessageKind.CONFIRMATION;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.reach.Contact;
import org.bookbell.message.planning.reach.Contact.Choice;
import org.bookbell.message.planning.reach.Reach;
import org.bookbell.message.planning.row.PlannedMessage;
import org.bookbell.message.planning.row.SkipReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticePlannerTest {

    private static final Instant NOW = Instant.parse("2026-11-02T23:00:00Z");
    private static final Instant START = Instant.parse("2026-11-03T08:00:00Z");
    private static final String MAIL = "eva@example.org";
    private static final String MOBILE = "+4915112345678";

    @ParameterizedTest
    @CsvSource({
        "eva@example.org, +4915112345678, true, EMAIL, ",
        "eva@example.org, +4915112345678, false, EMAIL, ",
        ", +4915112345678, true, SMS, ",
        ", +4915112345678, false, SMS, NO_CONSENT",
        ", , true, EMAIL, NO_ADDRESS"
    })
    void a_confirmation_goes_by_mail_or_else_by_text_with_consent(
            @Nullable String email,
            @Nullable String mobile,
            boolean consent,
            Channel channel,
            @Nullable SkipReason reason) {
        var planned = plan(email, mobile, new Contact(consent, Set.of(), List.of()));

        assertThat(planned).singleElement().satisfies(notice -> {
            assertThat(notice.channel()).isEqualTo(channel);
            assertThat(notice.skipped()).isEqualTo(reason);
        });
    }

    @Test
    void it_is_due_at_once_even_at_night_and_useful_until_the_start() {
        var planned = plan(MAIL, MOBILE, new Contact(true, Set.of(), List.of()));

        assertThat(planned.get(0).window().dueAt()).isEqualTo(NOW);
        assertThat(planned.get(0).window().usefulUntil()).isEqualTo(START);
    }

    @Test
    void an_opt_out_of_mail_leaves_the_text_message() {
        var planned = plan(MAIL, MOBILE, new Contact(true, Set.of(EMAIL), List.of()));

        assertThat(planned).extracting(PlannedMessage::channel).containsExactly(SMS);
    }

    @Test
    void where_mail_does_not_arrive_the_text_message_takes_its_place() {
        var planned = plan(MAIL, MOBILE, new Contact(true, Set.of(), Set.of(EMAIL), List.of()));

        assertThat(planned).extracting(PlannedMessage::channel).containsExactly(SMS);
    }

    @Test
    void where_mail_does_not_arrive_and_nothing_else_may_be_sent_the_reason_is_kept() {
        var planned = plan(MAIL, null, new Contact(true, Set.of(), Set.of(EMAIL), List.of()));

        assertThat(planned).extracting(PlannedMessage::skipped).containsExactly(SkipReason.EMAIL_FAILS);
    }

    @Test
    void both_channels_carry_it_where_both_were_asked_for() {
        var choices = List.of(new Choice(CONFIRMATION, SMS, true, null), new Choice(CONFIRMATION, EMAIL, true, null));

        var planned = plan(MAIL, MOBILE, new Contact(true, Set.of(), choices));

        assertThat(planned).extracting(PlannedMessage::channel).containsExactly(EMAIL, SMS);
    }

    @Test
    void nobody_is_told_who_wants_to_hear_nothing() {
        var choices = List.of(new Choice(CONFIRMATION, SMS, false, null), new Choice(CONFIRMATION, EMAIL, false, null));

        var planned = plan(MAIL, MOBILE, new Contact(true, Set.of(), choices));

        assertThat(planned).extracting(PlannedMessage::skipped).containsExactly(SkipReason.NOT_WANTED);
    }

    @Test
    void nothing_is_told_of_what_has_begun() {
        var reach = reach(MAIL, MOBILE, new Contact(true, Set.of(), List.of()));

        var planned = new NoticePlanner(CONFIRMATION, START, START).plan(reach);

        assertThat(planned).extracting(PlannedMessage::skipped).containsExactly(SkipReason.PAST);
    }

    private static List<PlannedMessage> plan(@Nullable String email, @Nullable String mobile, Contact contact) {
        return new NoticePlanner(CONFIRMATION, START, NOW).plan(reach(email, mobile, contact));
    }

    private static Reach reach(@Nullable String email, @Nullable String mobile, Contact contact) {
        return new Reach(new Recipient(Audience.CLIENT, 1, "Eva", Locale.GERMANY, BERLIN, email, mobile), contact);
    }
}
