package org.bookbell.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.bookbell.spi.gateway.RefusalReason;
import org.junit.jupiter.api.Test;

class CommandStatusTest {

    @Test
    void a_known_status_is_told_by_its_name() {
        assertThat(CommandStatus.of(0x0B).inWords())
                .isEqualTo("ESME_RINVDSTADR, invalid destination address (0x0000000B)");
    }

    @Test
    void an_unknown_status_is_another_reason_and_told_by_its_number() {
        assertThat(CommandStatus.of(0x0410).reason()).isEqualTo(RefusalReason.OTHER);
        assertThat(CommandStatus.of(0x0410).inWords()).isEqualTo("0x00000410");
        assertThat(CommandStatus.of(-1).inWords()).isEqualTo("0xFFFFFFFF");
    }

    @Test
    void a_bind_that_is_refused_for_a_reason_of_the_vendors_is_a_fault_of_the_account() {
        assertThat(CommandStatus.of(0x0410).reasonOfBind()).isEqualTo(RefusalReason.ACCOUNT);
        assertThat(CommandStatus.of(0x08).reasonOfBind()).isEqualTo(RefusalReason.UNAVAILABLE);
    }

    @Test
    void only_what_asks_for_a_moment_may_pass_soon() {
        assertThat(CommandStatus.of(0x58).mayPassSoon()).isTrue();
        assertThat(CommandStatus.of(0x14).mayPassSoon()).isTrue();
        assertThat(CommandStatus.of(0x08).mayPassSoon()).isFalse();
    }
}
