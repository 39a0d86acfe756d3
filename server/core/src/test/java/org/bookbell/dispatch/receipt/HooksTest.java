package org.bookbell.dispatch.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bookbell.audit.Actor;
import org.bookbell.dispatch.DispatchHouse;
import org.bookbell.plugin.PluginHouse;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.plugin.hook.HookRenewal;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.HookAnswer;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HooksTest {

    private static final HookResult ONE =
            HookResult.understood(List.of(Receipt.delivered("p1", Instant.parse("2026-11-02T12:00:00Z"))), List.of());

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final PluginHouse plugins = new PluginHouse(database, house.intake());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Hooks hooks = new Hooks(plugins.open(), plugins.hooks(), new HookReading(threads), house.intake());
    private RecordingSmsGateway gateway;

    @BeforeEach
    void open_the_gateway() {
        gateway = plugins.add("main", 1);
        gateway.isAlso(Ability.HOOK);
        gateway.reads(request -> ONE);
    }

    @AfterEach
    void close() {
        plugins.close();
        threads.shutdownNow();
        house.close();
    }

    @Test
    void a_call_with_the_token_is_stored_and_answered() {
        assertThat(take(token())).isEqualTo(new HookOutcome.Taken(HookAnswer.OK));
        assertThat(receipts()).isEqualTo(1);
    }

    @Test
    void without_the_token_or_with_a_wrong_one_there_is_nothing() {
        assertThat(take(Optional.empty())).isInstanceOf(HookOutcome.Unknown.class);
        assertThat(take(Optional.of("guessed"))).isInstanceOf(HookOutcome.Unknown.class);
        assertThat(take(Optional.of(""))).isInstanceOf(HookOutcome.Unknown.class);
        assertThat(receipts()).isZero();
    }

    @Test
    void a_gateway_that_verifies_signatures_is_called_without_the_token_but_not_with_a_wrong_one() {
        gateway.isAlso(Ability.SIGNED_HOOK);

        assertThat(take(Optional.empty())).isInstanceOf(HookOutcome.Taken.class);
        assertThat(take(Optional.of("guessed"))).isInstanceOf(HookOutcome.Unknown.class);
    }

    @Test
    void a_gateway_of_another_channel_or_without_a_web_hook_is_not_there() {
        assertThat(hooks.take(PluginKind.EMAIL, "main", token(), request())).isInstanceOf(HookOutcome.Unknown.class);
        gateway.isNot(Ability.HOOK);

        assertThat(take(token())).isInstanceOf(HookOutcome.Unknown.class);
    }

    @Test
    void who_knows_the_token_of_a_gateway_that_is_switched_off_calls_again() {
        var token = token();
        database.inTransaction(() -> plugins.gateways().disable(Actor.system(), "main"));
        plugins.open().refresh();

        assertThat(take(token)).isInstanceOf(HookOutcome.Unready.class);
        assertThat(take(Optional.empty())).isInstanceOf(HookOutcome.Unknown.class);
    }

    @Test
    void a_new_address_makes_the_former_one_useless() {
        var former = token();
        var renewal = new HookRenewal(database.sql(), plugins.audit());

        database.inTransaction(() -> renewal.renew(Actor.system(), "main"));
        plugins.hooks().refresh();

        assertThat(token()).isNotEqualTo(former);
        assertThat(take(former)).isInstanceOf(HookOutcome.Unknown.class);
    }

    @Test
    void what_a_gateway_throws_is_malformed_and_tells_nothing_of_the_call() {
        gateway.reads(request -> {
            throw new IllegalArgumentException("+12125550123 wrote " + request.text());
        });

        assertThat(take(token()))
                .isInstanceOfSatisfying(
                        HookOutcome.Malformed.class,
                        malformed -> assertThat(malformed.detail())
                                .contains("IllegalArgumentException", "HooksTest")
                                .doesNotContain("12125550123"));
    }

    @Test
    void an_error_of_the_plugin_and_no_answer_at_all_are_malformed_too() {
        gateway.reads(request -> {
            throw new NoClassDefFoundError("com/example/Missing");
        });
        assertThat(take(token())).isInstanceOf(HookOutcome.Malformed.class);
        gateway.reads(request -> null);

        assertThat(take(token())).isInstanceOf(HookOutcome.Malformed.class);
    }

    @Test
    void a_call_that_hangs_in_its_gateway_is_given_up_and_holds_up_no_other() {
        var stuck = new CountDownLatch(1);
        gateway.reads(request -> {
            while (stuck.getCount() > 0) {
                Thread.onSpinWait();
            }
            return ONE;
        });
        assertThat(take(token())).isInstanceOf(HookOutcome.Unready.class);

        gateway.reads(request -> ONE);

        assertThat(take(token())).isInstanceOf(HookOutcome.Taken.class);
        stuck.countDown();
    }

    private HookOutcome take(Optional<String> token) {
        return hooks.take(PluginKind.SMS, "main", token, request());
    }

    private Optional<String> token() {
        var address = plugins.hooks().of(PluginKind.SMS, "main").toString();
        assertThat(address).startsWith("https://book.example.org/hooks/sms/main/");
        return Optional.of(address.substring(address.lastIndexOf('/') + 1));
    }

    private static HookRequest request() {
        return new HookRequest("POST", "/hooks/sms/main", "", Map.of(), new byte[0], "https://book.example.org/");
    }

    private long receipts() {
        return database.inTransaction(() -> database.sql().count("SELECT COUNT(*) FROM receipt"));
    }
}
