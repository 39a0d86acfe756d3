package org.bookbell.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.message.MessageState.CANCELLED;
import static org.bookbell.message.MessageState.DELIVERED;
import static org.bookbell.message.MessageState.PLANNED;
import static org.bookbell.message.MessageState.SKIPPED;
import static org.bookbell.message.MessageState.SUBMITTING;
import static org.bookbell.message.MessageState.SUSPECT;
import static org.bookbell.message.MessageState.TOO_LATE;
import static org.bookbell.message.MessageState.UNCLEAR;
import static org.bookbell.message.MessageState.UNDELIVERED;
import static org.bookbell.message.MessageState.UNKNOWN;

import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessageStateTest {

    @ParameterizedTest
    @CsvSource({
        "PLANNED, CLAIMED",
        "CLAIMED, SUBMITTING",
        "SUBMITTING, ACCEPTED",
        "SUBMITTING, REFUSED",
        "SUBMITTING, UNCLEAR",
        "ACCEPTED, DELIVERED",
        "ACCEPTED, UNKNOWN",
        "UNKNOWN, SUSPECT",
        "UNKNOWN, DELIVERED",
        "UNDELIVERED, DELIVERED",
        "PLANNED, TOO_LATE",
        "CLAIMED, CANCELLED"
    })
    void a_message_moves_forward(MessageState before, MessageState after) {
        assertThat(before.mayBecome(after)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVERED, UNDELIVERED",
        "DELIVERED, ACCEPTED",
        "UNKNOWN, ACCEPTED",
        "ACCEPTED, PLANNED",
        "SUBMITTING, PLANNED",
        "SUBMITTING, CANCELLED",
        "SKIPPED, DELIVERED",
        "PLANNED, SUBMITTING",
        "DELIVERED, PLANNED"
    })
    void a_message_takes_no_other_way(MessageState before, MessageState after) {
        assertThat(before.mayBecome(after)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void only_planned_is_ever_returned_to(MessageState before) {
        var lower = EnumSet.allOf(MessageState.class);
        lower.removeIf(after -> !before.mayBecome(after) || after.rank() > before.rank());

        assertThat(lower).isSubsetOf(PLANNED);
    }

    @ParameterizedTest
    @EnumSource
    void no_state_becomes_itself(MessageState state) {
        assertThat(state.mayBecome(state)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DELIVERED", "SKIPPED"})
    void proof_of_delivery_is_believed_whenever_a_message_may_have_gone_out(MessageState before) {
        assertThat(before.mayBecome(DELIVERED)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void another_attempt_follows_only_what_was_not_accepted_or_did_not_prove_to_arrive(MessageState before) {
        var returning = EnumSet.of(
                MessageState.CLAIMED,
                MessageState.HELD,
                MessageState.REFUSED,
                UNCLEAR,
                UNKNOWN,
                SUSPECT,
                UNDELIVERED,
                SKIPPED,
                TOO_LATE,
                CANCELLED);

        assertThat(before.mayBecome(PLANNED)).isEqualTo(returning.contains(before));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_on_the_socket_can_no_longer_be_cancelled(MessageState before) {
        assertThat(before.mayBecome(CANCELLED)).isEqualTo(before.isOpen());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN", "SUSPECT", "UNDELIVERED", "TOO_LATE", "UNCLEAR"})
    void nothing_goes_back_onto_the_socket_without_a_new_claim(MessageState before) {
        assertThat(before.mayBecome(SUBMITTING)).isFalse();
        assertThat(UNKNOWN.rank()).isLessThan(TOO_LATE.rank());
    }
}
