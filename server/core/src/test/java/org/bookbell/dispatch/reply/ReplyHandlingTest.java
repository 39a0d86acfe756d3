package org.bookbell.dispatch.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.dispatch.reply.ReplyHouse.EVA;

import java.time.Duration;
import java.util.Optional;
import org.bookbell.message.AppointmentFactsBuilder;
import org.bookbell.message.Audience;
import org.bookbell.message.Recipient;
import org.bookbell.message.ReplyReceived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplyHandlingTest {

    private final ReplyHouse house = new ReplyHouse();
    private long practice;

    @BeforeEach
    void found() {
        practice = house.found("practice");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void c_confirms_the_appointment_of_the_last_message_and_proves_its_delivery() {
        house.reminded(practice, "main");
        var last = house.reminded(practice, "main");

        house.answers(" c. ");

        assertThat(house.last()).isEqualTo("CONFIRM CONFIRMED");
        assertThat(house.received())
                .singleElement()
                .extracting(ReplyReceived::about)
                .isEqualTo(new ReplyReceived.Told(
                        practice, house.count("SELECT appointment_id FROM message WHERE id = ?", last), 0, 501));
        assertThat(house.stateOf(last)).isEqualTo("DELIVERED");
        assertThat(house.text("SELECT reason AS answer FROM message WHERE id = ?", last))
                .contains("answered");
        assertThat(house.count("SELECT message_id FROM reply")).isEqualTo(last);
        assertThat(house.count("SELECT client_id FROM reply")).isEqualTo(501);
        assertThat(house.told()).isEmpty();
    }

    @Test
    void a_confirmation_that_nobody_can_act_on_reaches_staff() {
        house.annaWasTold(house.reminded(practice, "main"));
        house.mayConfirm = false;

        house.answers("C");

        assertThat(house.last()).isEqualTo("CONFIRM TOLD");
        assertThat(house.told()).singleElement().asString().startsWith("EMAIL anna@example.org Eva Lindner");
    }

    @Test
    void r_asks_staff_for_another_time() {
        house.annaWasTold(house.reminded(practice, "main"));

        house.answers("r");

        assertThat(house.last()).isEqualTo("CHANGE TOLD");
        assertThat(house.told())
                .singleElement()
                .asString()
                .contains("EMAIL anna@example.org", "bittet um einen anderen Termin", EVA, "Massage");
    }

    @Test
    void other_words_reach_the_organizers_where_no_staff_member_has_an_address() {
        house.reminded(practice, "main");
        house.hasOwner(practice, "otto@example.org");

        house.answers("I am {late} by 10 minutes $1");

        assertThat(house.last()).isEqualTo("WORDS TOLD");
        assertThat(house.told())
                .singleElement()
                .asString()
                .contains("EMAIL otto@example.org", "Eva Lindner", "I am {late} by 10 minutes $1", "/o/practice/");
    }

    @Test
    void who_writes_much_is_kept_and_no_longer_told() {
        house.annaWasTold(house.reminded(practice, "main"));

        for (var i = 0; i < 8; i++) {
            house.answers("message " + i);
        }

        assertThat(house.told()).hasSize(5);
        assertThat(house.last()).isEqualTo("WORDS KEPT");
        assertThat(house.replies.list(practice, Optional.empty(), 50)).hasSize(8);
    }

    @Test
    void stop_to_a_shared_sender_holds_for_every_organization_and_its_proof_is_kept() {
        house.reminded(practice, "main");

        house.answers("Stop!");

        assertThat(house.last()).isEqualTo("STOP OPTED_OUT");
        assertThat(house.optOuts()).containsExactly(0L);
        assertThat(house.count("SELECT reply_id FROM opt_out")).isEqualTo(house.count("SELECT id FROM reply"));
        assertThat(house.text("SELECT source AS answer FROM opt_out")).isEqualTo("REPLY");
        assertThat(house.told()).isEmpty();
    }

    @Test
    void stop_to_an_organizations_own_gateway_holds_for_that_one() {
        var own = house.dispatch.openGatewayOf(practice, "own");
        house.reminded(practice, own);

        house.answers(own, Optional.empty(), "UNSUBSCRIBE");

        assertThat(house.optOuts()).containsExactly(practice);
    }

    @Test
    void start_undoes_stop() {
        house.reminded(practice, "main");

        house.answers("STOP");
        house.answers("stop");
        house.answers("unstop");

        assertThat(house.last()).isEqualTo("START OPTED_IN");
        assertThat(house.optOuts()).isEmpty();
    }

    @Test
    void stop_of_somebody_who_was_told_nothing_counts_too_in_any_language() {
        house.answers("Arrêt");

        assertThat(house.last()).isEqualTo("STOP OPTED_OUT");
        assertThat(house.optOuts()).containsExactly(0L);
        assertThat(house.replies.listUnmatched(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void help_is_answered_once_an_hour_with_who_sends_and_how_to_stop() {
        house.reminded(practice, "main");

        house.answers("HELP");
        house.answers("help");
        assertThat(house.told()).hasSize(1);
        house.database.clock().advance(Duration.ofMinutes(61));
        house.answers("Hilfe");

        assertThat(house.told())
                .hasSize(2)
                .allSatisfy(
                        answer -> assertThat(answer).startsWith("SMS " + EVA).contains("Termine", "STOP"));
    }

    @Test
    void two_machines_do_not_talk_to_each_other() {
        house.reminded(practice, "main");
        house.reminded(house.found("school"), "main");

        for (var i = 0; i < 30; i++) {
            house.answers(i % 2 == 0 ? "HELP" : "I am driving, I will call you back");
            house.database.clock().advance(Duration.ofMinutes(1));
        }

        assertThat(house.told()).hasSize(1);
    }

    @Test
    void where_two_organizations_might_be_meant_nobody_sees_the_text_and_the_sender_gets_a_link() {
        house.reminded(practice, "main");
        house.hasOwner(practice, "otto@example.org");
        var school = house.found("school");
        var message = house.reminded(school, "main");

        house.answers("C");

        assertThat(house.last()).isEqualTo("CONFIRM LINKED");
        assertThat(house.received()).isEmpty();
        assertThat(house.told())
                .singleElement()
                .asString()
                .contains("SMS " + EVA, "https://book.example.org/self/" + AppointmentFactsBuilder.TOKEN);
        assertThat(house.stateOf(message)).isEqualTo("ACCEPTED");
        assertThat(house.replies.list(practice, Optional.empty(), 10)).isEmpty();
        assertThat(house.replies.list(school, Optional.empty(), 10)).isEmpty();
        assertThat(house.replies.listUnmatched(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void an_organization_with_a_number_of_its_own_is_meant_by_who_answers_to_it() {
        house.update("UPDATE organization SET sms_sender = '+493011111' WHERE id = ?", practice);
        var own = house.reminded(practice, "main");
        house.reminded(house.found("school"), "main");

        house.answers("main", Optional.of("493011111"), "C");

        assertThat(house.last()).isEqualTo("CONFIRM CONFIRMED");
        assertThat(house.stateOf(own)).isEqualTo("DELIVERED");
    }

    @Test
    void a_message_of_another_gateway_is_not_answered() {
        house.reminded(practice, "other");

        house.answers("C");

        assertThat(house.last()).isEqualTo("CONFIRM KEPT");
        assertThat(house.received()).isEmpty();
    }

    @Test
    void after_fourteen_days_a_message_is_not_answered_any_more() {
        house.reminded(practice, "main");
        house.database.clock().advance(Duration.ofDays(14));

        house.answers("C");

        assertThat(house.last()).isEqualTo("CONFIRM KEPT");
        assertThat(house.count("SELECT COUNT(*) FROM reply WHERE organization_id IS NOT NULL"))
                .isZero();
    }

    @Test
    void staff_who_answer_confirm_nothing_and_reach_the_organizers() {
        house.hasOwner(practice, "otto@example.org");
        var anna = AppointmentFactsBuilder.ANNA;
        house.reminded(
                practice,
                "main",
                new Recipient(Audience.STAFF, anna.id(), anna.name(), anna.locale(), anna.zone(), null, EVA));

        house.answers("C");

        assertThat(house.received()).isEmpty();
        assertThat(house.told()).singleElement().asString().startsWith("EMAIL otto@example.org Anna Berg");
    }

    @Test
    void a_reply_that_comes_ten_times_is_handled_once() {
        house.annaWasTold(house.reminded(practice, "main"));
        house.answers("hello");

        house.update("UPDATE reply SET handle_at = NULL");
        house.handleAll();

        assertThat(house.told()).hasSize(1);
    }

    @Test
    void a_reply_whose_handling_fails_is_tried_again_a_minute_later_and_does_not_hold_up_others() {
        var broken = house.reminded(practice, "main");
        var facts = house.text("SELECT facts AS answer FROM message WHERE id = ?", broken);
        house.update("UPDATE message SET facts = 'broken' WHERE id = ?", broken);
        house.answers("C");
        assertThat(house.count("SELECT COUNT(*) FROM reply WHERE handled_at IS NULL"))
                .isEqualTo(1);

        house.update("UPDATE message SET facts = ? WHERE id = ?", facts, broken);
        house.database.clock().advance(Duration.ofMinutes(1));
        house.handleAll();

        assertThat(house.last()).isEqualTo("CONFIRM CONFIRMED");
    }
}
