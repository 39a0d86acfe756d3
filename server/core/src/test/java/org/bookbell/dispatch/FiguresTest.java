package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bookbell.spi.gateway.SubmitResult.accepted;
import static org.bookbell.spi.gateway.SubmitResult.refused;
import static org.bookbell.spi.gateway.SubmitResult.unclear;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.figures.Backlog;
import org.bookbell.dispatch.figures.Figure;
import org.bookbell.dispatch.figures.Figures;
import org.bookbell.dispatch.figures.GatewayAnswered;
import org.bookbell.dispatch.figures.GatewayAnswered.Outcome;
import org.bookbell.dispatch.figures.MessagesMoved;
import org.bookbell.dispatch.figures.MessagesMoved.Fate;
import org.bookbell.dispatch.figures.ReceiptsMoved;
import org.bookbell.dispatch.figures.ReceiptsMoved.Step;
import org.bookbell.dispatch.figures.TestTally;
import org.bookbell.dispatch.job.Chore;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.storage.MovableClock;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final Duration A_LOOK = Duration.ofSeconds(5);

    private final TestDatabase database = TestDatabase.h2();
    private final MovableClock clock = database.clock();
    private final DispatchHouse house = new DispatchHouse(database);
    private final List<Figure> tallied = new ArrayList<>();
    private OptionalLong fence = OptionalLong.of(1);
    private final Chore tally = TestTally.of(database, () -> fence, new Figures(tallied::add));

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void each_attempt_is_counted_with_its_gateway_and_outcome() {
        var first = house.gateway("first", 1);
        var second = house.gateway("second", 2);
        first.answers(sms -> refused(RefusalReason.UNAVAILABLE, "500", "down"));
        second.answers(sms -> unclear("connection lost"));
        house.aMessage().planned();

        house.drain();

        assertThat(figures(GatewayAnswered.class))
                .extracting(GatewayAnswered::gateway, GatewayAnswered::outcome)
                .containsExactly(tuple("first", Outcome.REFUSED), tuple("second", Outcome.UNCLEAR));
    }

    @Test
    void a_repeated_receipt_is_taken_once() {
        var gateway = house.gateway("main", 1);
        house.aMessage().planned();
        house.drain();

        house.receive("main", receipt(gateway, Receipt.State.DELIVERED, Optional.empty()));
        house.receive("main", receipt(gateway, Receipt.State.DELIVERED, Optional.empty()));

        assertThat(figures(ReceiptsMoved.class).stream().filter(each -> each.count() > 0))
                .containsExactly(new ReceiptsMoved(Step.TAKEN, 1), new ReceiptsMoved(Step.APPLIED, 1));
    }

    @Test
    void what_messages_met_is_counted_once_it_is_settled() {
        var gateway = house.gateway("main", 1);
        tally.run();
        clock.advance(SETTLED);
        house.aMessage().planned();
        house.drain();
        house.receive(
                "main", receipt(gateway, Receipt.State.BUFFERED, Optional.of(RefusalReason.RECIPIENT_UNREACHABLE)));
        house.receive("main", receipt(gateway, Receipt.State.DELIVERED, Optional.empty()));

        tally.run();
        assertThat(tallied).isEmpty();
        clock.advance(SETTLED.plus(A_LOOK));
        tally.run();
        clock.advance(A_LOOK);
        tally.run();

        assertThat(tallied)
                .containsExactlyInAnyOrder(
                        new MessagesMoved(Channel.SMS, Fate.SENT, 1),
                        new MessagesMoved(Channel.SMS, Fate.DELIVERED, 1));
    }

    @Test
    void who_must_be_called_is_counted_and_waits() {
        var backlog = new Backlog(house.health(), database.jobsDatabase());
        var gateway = house.gateway("main", 1);
        gateway.answers(sms -> refused(RefusalReason.INVALID_RECIPIENT, "21211", "no such number"));
        tally.run();
        clock.advance(SETTLED);
        house.aMessage().planned();
        house.drain();

        clock.advance(SETTLED.plus(A_LOOK));
        tally.run();

        assertThat(tallied).containsExactly(new MessagesMoved(Channel.SMS, Fate.CALLED, 1));
        assertThat(backlog.openCalls()).isEqualTo(1);
        assertThat(backlog.lag()).isZero();
    }

    @Test
    void who_takes_the_lease_counts_from_then_on() {
        house.gateway("main", 1).answers(sms -> accepted("p"));
        tally.run();
        clock.advance(SETTLED);
        house.aMessage().planned();
        house.drain();
        clock.advance(SETTLED.plus(A_LOOK));

        fence = OptionalLong.of(2);
        tally.run();
        tally.run();

        assertThat(tallied).isEmpty();
    }

    private <T> List<T> figures(Class<T> kind) {
        return house.figures().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Receipt receipt(RecordingSmsGateway gateway, Receipt.State state, Optional<RefusalReason> reason) {
        return new Receipt(
                Optional.of(gateway.submissions().get(0).attemptId()),
                Optional.empty(),
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                reason);
    }
}
