package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bookbell.plugin.gateway.OpenGateway;
import org.bookbell.plugin.loading.PluginKind;
import org.junit.jupiter.api.Test;

class RenderedComposerTest {

    private static final Optional<String> PRACTICES = Optional.of("Practice");
    private static final Optional<String> ACCOUNTS = Optional.of("+41790000000");

    @Test
    void over_the_servers_gateway_phones_show_the_organization_if_it_names_a_sender() {
        assertThat(RenderedComposer.senderOver(gateway(0, ACCOUNTS), PRACTICES)).isEqualTo(PRACTICES);
        assertThat(RenderedComposer.senderOver(gateway(0, ACCOUNTS), Optional.empty()))
                .isEqualTo(ACCOUNTS);
    }

    @Test
    void over_an_account_of_its_own_phones_show_the_accounts_sender() {
        assertThat(RenderedComposer.senderOver(gateway(7, ACCOUNTS), PRACTICES)).isEqualTo(ACCOUNTS);
        assertThat(RenderedComposer.senderOver(gateway(7, Optional.empty()), PRACTICES))
                .isEqualTo(PRACTICES);
    }

    private static OpenGateway gateway(long organization, Optional<String> sender) {
        return new OpenGateway("main", organization, PluginKind.SMS, sender, 1, Optional.empty(), Optional.empty());
    }
}
