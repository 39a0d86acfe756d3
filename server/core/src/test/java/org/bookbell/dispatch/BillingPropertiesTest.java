package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bookbell.dispatch.BillingWorld.Act;
import org.bookbell.dispatch.BillingWorld.Step;

/**
 * Whatever happens to messages in whatever order, the sum of the entries is the balance, nothing is charged twice or
 * inside a no-charge window, be it everybody's or the organization's own, and each reservation ends.
 */
class BillingPropertiesTest {

    private static final BillingWorld WORLD = new BillingWorld();

    @AfterContainer
    static void close() {
        WORLD.close();
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void the_sum_is_right(@ForAll("stories") List<Step> story) {
        check(story);
    }

    @Tag("full")
    @Property(tries = 2000, shrinking = ShrinkingMode.BOUNDED)
    void the_sum_is_right_in_many_stories(@ForAll("stories") List<Step> story) {
        check(story);
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        var act = Arbitraries.frequency(
                Tuple.of(4, Act.SEND),
                Tuple.of(6, Act.RECEIPT),
                Tuple.of(4, Act.SETTLE),
                Tuple.of(2, Act.FAIL_OVER),
                Tuple.of(2, Act.SUSPECT),
                Tuple.of(1, Act.REFUSE),
                Tuple.of(1, Act.CANCEL),
                Tuple.of(2, Act.OPEN_WINDOW),
                Tuple.of(1, Act.END_WINDOW),
                Tuple.of(1, Act.DEGRADE),
                Tuple.of(2, Act.WAIT),
                Tuple.of(1, Act.PURCHASE),
                Tuple.of(1, Act.PRICE));
        return Combinators.combine(act, Arbitraries.integers().between(0, 999))
                .as(Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(30);
    }

    private static void check(List<Step> story) {
        WORLD.begin();
        for (var step : story) {
            WORLD.run(step);
            assertThat(WORLD.balance()).isEqualTo(WORLD.sumOfEntries());
        }
        WORLD.end();

        assertThat(WORLD.balance()).isEqualTo(WORLD.sumOfEntries());
        assertThat(WORLD.brokenEntries()).isEmpty();
        assertThat(WORLD.reserved()).isZero();
        assertThat(WORLD.messagesWithReservation()).isEmpty();
        assertThat(WORLD.messagesChargedTwice()).isEmpty();
        assertThat(WORLD.attemptsChargedInsideWindows()).isEmpty();
        assertThat(WORLD.attemptsFreedByWindowsOfOthers()).isEmpty();
        assertThat(WORLD.messagesWithWrongCharge()).isEmpty();
    }
}
