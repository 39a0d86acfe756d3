package org.bookbell.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void instants_in_a_text_become_local_times() {
        var said = Words.localized("due at 2026-11-22T05:24:14.320137Z, not before", ZoneId.of("America/New_York"));

        assertThat(said).isEqualTo("due at Sun 22 Nov 00:24:14, not before");
    }
}
