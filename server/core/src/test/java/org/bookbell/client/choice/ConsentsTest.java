package org.bookbell.client.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bookbell.client.ClientFixture.DESK;
import static org.bookbell.problem.ProblemType.NOT_FOUND;

import java.time.Duration;
import org.bookbell.client.Channel;
import org.bookbell.client.Client;
import org.bookbell.client.ClientFixture;
import org.bookbell.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsentsTest {

    private final ClientFixture people = new ClientFixture();
    private final Client anna = people.register("Anna Bell", null, "07700 900123");

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void nobody_has_consented_before_being_asked() {
        assertThat(hasConsent()).isFalse();
    }

    @Test
    void a_consent_keeps_the_words_that_were_agreed_to() {
        give(Channel.SMS, "Text me.");
        give(Channel.SMS, "Text me again.");

        assertThat(hasConsent()).isTrue();
        assertThat(people.in(() -> people.consents.list(people.practice, anna.id())))
                .singleElement()
                .satisfies(consent -> {
                    assertThat(consent.wording()).isEqualTo("Text me.");
                    assertThat(consent.source()).isEqualTo(ConsentSource.DESK);
                    assertThat(consent.withdrawnAt()).isEmpty();
                });
    }

    @Test
    void consent_to_mail_is_none_to_sms() {
        give(Channel.EMAIL, "Mail me.");

        assertThat(hasConsent()).isFalse();
    }

    @Test
    void a_withdrawn_consent_stays_on_record_and_may_be_given_again() {
        give(Channel.SMS, "Text me.");
        people.database.clock().advance(Duration.ofDays(1));

        people.in(() -> people.consents.withdraw(DESK, people.practice, anna.id(), Channel.SMS));

        assertThat(hasConsent()).isFalse();
        give(Channel.SMS, "Text me after all.");
        assertThat(hasConsent()).isTrue();
        assertThat(people.in(() -> people.consents.list(people.practice, anna.id())))
                .extracting(Consent::wording)
                .containsExactly("Text me.", "Text me after all.");
    }

    @Test
    void another_organization_can_neither_record_nor_withdraw() {
        assertThatThrownBy(() -> people.in(() -> people.consents.record(
                        DESK, people.school, anna.id(), Channel.SMS, "Text me.", ConsentSource.DESK)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(NOT_FOUND));
        assertThatThrownBy(() -> people.in(() -> people.consents.withdraw(DESK, people.school, anna.id(), Channel.SMS)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(NOT_FOUND));
    }

    private void give(Channel channel, String wording) {
        people.in(() -> people.consents.record(DESK, people.practice, anna.id(), channel, wording, ConsentSource.DESK));
    }

    private boolean hasConsent() {
        return people.in(() -> people.consents.hasSmsConsent(anna.id()));
    }
}
